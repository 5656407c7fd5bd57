-- Columns named x_ are the simulator's own: SuiteQL neither shows nor finds them.
-- Every timestamp SuiteQL sees is in the account's zone; x_<name> beside it is the same moment in UTC.

CREATE TABLE currency (id BIGINT PRIMARY KEY, name VARCHAR, symbol VARCHAR, isinactive CHAR(1));
CREATE TABLE pricelevel (id BIGINT PRIMARY KEY, name VARCHAR, isinactive CHAR(1));

CREATE TABLE subsidiary (
  id BIGINT PRIMARY KEY, externalid VARCHAR, name VARCHAR, legalname VARCHAR, country VARCHAR, currency BIGINT,
  isinactive CHAR(1), lastmodifieddate TIMESTAMP(0), x_lastmodifieddate TIMESTAMP(0));

CREATE TABLE location (
  id BIGINT PRIMARY KEY, externalid VARCHAR, name VARCHAR, subsidiary BIGINT, isinactive CHAR(1),
  lastmodifieddate TIMESTAMP(0), x_lastmodifieddate TIMESTAMP(0));

CREATE TABLE customer (
  id BIGINT PRIMARY KEY, externalid VARCHAR, entityid VARCHAR, companyname VARCHAR, isperson CHAR(1),
  firstname VARCHAR, lastname VARCHAR, email VARCHAR, phone VARCHAR, subsidiary BIGINT, currency BIGINT,
  comments VARCHAR, custentity_shop_customer VARCHAR, isinactive CHAR(1), x_addressbook VARCHAR,
  datecreated TIMESTAMP(0), x_datecreated TIMESTAMP(0), lastmodifieddate TIMESTAMP(0), x_lastmodifieddate TIMESTAMP(0));
CREATE INDEX x_customer_modified ON customer (lastmodifieddate, id);

CREATE TABLE vendor (
  id BIGINT PRIMARY KEY, externalid VARCHAR, entityid VARCHAR, companyname VARCHAR, email VARCHAR, phone VARCHAR,
  subsidiary BIGINT, currency BIGINT, isinactive CHAR(1),
  datecreated TIMESTAMP(0), x_datecreated TIMESTAMP(0), lastmodifieddate TIMESTAMP(0), x_lastmodifieddate TIMESTAMP(0));

CREATE TABLE employee (
  id BIGINT PRIMARY KEY, externalid VARCHAR, entityid VARCHAR, firstname VARCHAR, lastname VARCHAR, email VARCHAR,
  subsidiary BIGINT, isinactive CHAR(1),
  datecreated TIMESTAMP(0), x_datecreated TIMESTAMP(0), lastmodifieddate TIMESTAMP(0), x_lastmodifieddate TIMESTAMP(0));

CREATE TABLE contact (
  id BIGINT PRIMARY KEY, externalid VARCHAR, entityid VARCHAR, firstname VARCHAR, lastname VARCHAR, email VARCHAR,
  phone VARCHAR, company BIGINT, subsidiary BIGINT, isinactive CHAR(1),
  datecreated TIMESTAMP(0), x_datecreated TIMESTAMP(0), lastmodifieddate TIMESTAMP(0), x_lastmodifieddate TIMESTAMP(0));

CREATE TABLE item (
  id BIGINT PRIMARY KEY, externalid VARCHAR, itemid VARCHAR, displayname VARCHAR, description VARCHAR, upccode VARCHAR,
  itemtype VARCHAR, averagecost NUMERIC(20, 4), weight NUMERIC(20, 4), totalquantityonhand NUMERIC(20, 4),
  custitem_shop_sync CHAR(1), isinactive CHAR(1), x_subsidiary BIGINT,
  createddate TIMESTAMP(0), x_createddate TIMESTAMP(0), lastmodifieddate TIMESTAMP(0), x_lastmodifieddate TIMESTAMP(0));
CREATE INDEX x_item_modified ON item (lastmodifieddate, id);

CREATE TABLE pricing (
  item BIGINT, pricelevel BIGINT, currency BIGINT, quantity NUMERIC(20, 4), unitprice NUMERIC(20, 4),
  PRIMARY KEY (item, pricelevel));

CREATE TABLE aggregateitemlocation (
  item BIGINT, location BIGINT, quantityonhand NUMERIC(20, 4), quantityavailable NUMERIC(20, 4),
  PRIMARY KEY (item, location));

CREATE TABLE transaction (
  id BIGINT PRIMARY KEY, externalid VARCHAR, type VARCHAR, tranid VARCHAR, trandate DATE, entity BIGINT, status VARCHAR,
  currency BIGINT, foreigntotal NUMERIC(20, 4), memo VARCHAR, otherrefnum VARCHAR, email VARCHAR, createdfrom BIGINT,
  custbody_shop_order VARCHAR, x_subsidiary BIGINT, x_shippingaddress VARCHAR, x_billingaddress VARCHAR,
  createddate TIMESTAMP(0), x_createddate TIMESTAMP(0), lastmodifieddate TIMESTAMP(0), x_lastmodifieddate TIMESTAMP(0));
CREATE INDEX x_transaction_modified ON transaction (lastmodifieddate, id);
CREATE INDEX x_transaction_type ON transaction (type, id);
CREATE INDEX x_transaction_createdfrom ON transaction (createdfrom);

CREATE TABLE transactionline (
  transaction BIGINT, id BIGINT, linesequencenumber BIGINT, mainline CHAR(1), item BIGINT, quantity NUMERIC(20, 4),
  rate NUMERIC(20, 4), foreignamount NUMERIC(20, 4), memo VARCHAR, location BIGINT, subsidiary BIGINT,
  x_orderline BIGINT, PRIMARY KEY (transaction, id));

CREATE TABLE x_file (x_id BIGINT PRIMARY KEY, x_name VARCHAR);

CREATE TABLE x_attachment (
  x_recordtype VARCHAR, x_record BIGINT, x_kind VARCHAR, x_id BIGINT, x_role VARCHAR,
  PRIMARY KEY (x_recordtype, x_record, x_kind, x_id));

CREATE TABLE x_status (x_type VARCHAR, x_code VARCHAR, x_name VARCHAR, PRIMARY KEY (x_type, x_code));

CREATE TABLE x_externalid (x_group VARCHAR, x_key VARCHAR, x_recordtype VARCHAR, x_id BIGINT, PRIMARY KEY (x_group, x_key));
CREATE INDEX x_externalid_id ON x_externalid (x_id);
