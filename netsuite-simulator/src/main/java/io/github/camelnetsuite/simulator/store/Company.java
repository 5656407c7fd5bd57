package io.github.camelnetsuite.simulator.store;

import static io.github.camelnetsuite.simulator.store.Field.Kind.BOOLEAN;
import static io.github.camelnetsuite.simulator.store.Field.Kind.CHOICE;
import static io.github.camelnetsuite.simulator.store.Field.Kind.DATE;
import static io.github.camelnetsuite.simulator.store.Field.Kind.DATETIME;
import static io.github.camelnetsuite.simulator.store.Field.Kind.DECIMAL;
import static io.github.camelnetsuite.simulator.store.Field.Kind.INTEGER;
import static io.github.camelnetsuite.simulator.store.Field.Kind.SUBRECORD;
import static io.github.camelnetsuite.simulator.store.Field.field;
import static io.github.camelnetsuite.simulator.store.Field.reference;
import static io.github.camelnetsuite.simulator.store.Field.text;

import java.util.List;
import java.util.Optional;

/** The record types of the trading company the simulator keeps. */
public final class Company {

    private static final Field INACTIVE = field(BOOLEAN, "isInactive", "Inactive");
    private static final Field MODIFIED =
            field(DATETIME, "lastModifiedDate", "Last Modified").asReadOnly();
    private static final Field CREATED =
            field(DATETIME, "createdDate", "Date Created").asReadOnly();
    private static final Field ENTITY_CREATED =
            field(DATETIME, "dateCreated", "Date Created").asReadOnly();
    private static final Field CURRENCY = reference("currency", "Currency", "currency");
    private static final Field SUBSIDIARY =
            reference("subsidiary", "Primary Subsidiary", "subsidiary").asRequired();

    private static final Sublist LINES = new Sublist(
            "item",
            "transactionline",
            "transaction",
            field(INTEGER, "line", "Line").column("id"),
            true,
            List.of(
                    reference("item", "Item", "inventoryItem").asRequired(),
                    field(DECIMAL, "quantity", "Quantity"),
                    field(DECIMAL, "rate", "Rate"),
                    field(DECIMAL, "amount", "Amount").column("foreignamount"),
                    text("description", "Description").column("memo"),
                    reference("location", "Location", "location")));

    private static final Field ORDER_LINE =
            field(INTEGER, "orderLine", "Order Line").column("x_orderline");

    private static final Sublist PRICES = new Sublist(
            "price",
            "pricing",
            "item",
            reference("priceLevel", "Price Level", "priceLevel"),
            false,
            List.of(
                    CURRENCY,
                    field(DECIMAL, "quantity", "Quantity"),
                    field(DECIMAL, "price", "Price").column("unitprice")));

    private static final Sublist STOCK = new Sublist(
            "locations",
            "aggregateitemlocation",
            "item",
            reference("location", "Location", "location"),
            false,
            List.of(field(DECIMAL, "quantityOnHand", "On Hand"), field(DECIMAL, "quantityAvailable", "Available")));

    private static final List<RecordType> TYPES = List.of(
            RecordType.of(
                    "currency",
                    "currency",
                    "currency",
                    "name",
                    text("name", "Name"),
                    text("symbol", "Symbol"),
                    INACTIVE),
            RecordType.of("priceLevel", "pricelevel", "priceLevel", "name", text("name", "Name"), INACTIVE),
            RecordType.of(
                    "subsidiary",
                    "subsidiary",
                    "subsidiary",
                    "name",
                    text("name", "Name").asRequired(),
                    text("legalName", "Legal Name"),
                    text("country", "Country"),
                    CURRENCY,
                    INACTIVE,
                    MODIFIED),
            RecordType.of(
                    "location",
                    "location",
                    "location",
                    "name",
                    text("name", "Name").asRequired(),
                    reference("subsidiary", "Subsidiary", "subsidiary").asRequired(),
                    INACTIVE,
                    MODIFIED),
            RecordType.of(
                    "customer",
                    "customer",
                    "entity",
                    "entityid",
                    text("entityId", "Customer ID"),
                    text("companyName", "Company Name"),
                    field(BOOLEAN, "isPerson", "Individual"),
                    text("firstName", "First Name"),
                    text("lastName", "Last Name"),
                    text("email", "Email"),
                    text("phone", "Phone"),
                    SUBSIDIARY,
                    CURRENCY,
                    text("comments", "Comments"),
                    text("custentity_shop_customer", "Shop Customer"),
                    field(SUBRECORD, "addressBook", "Address Book").column("x_addressbook"),
                    INACTIVE,
                    ENTITY_CREATED,
                    MODIFIED),
            RecordType.of(
                    "vendor",
                    "vendor",
                    "entity",
                    "entityid",
                    text("entityId", "Vendor ID"),
                    text("companyName", "Company Name").asRequired(),
                    text("email", "Email"),
                    text("phone", "Phone"),
                    SUBSIDIARY,
                    CURRENCY,
                    INACTIVE,
                    ENTITY_CREATED,
                    MODIFIED),
            RecordType.of(
                    "employee",
                    "employee",
                    "entity",
                    "entityid",
                    text("entityId", "Employee ID"),
                    text("firstName", "First Name").asRequired(),
                    text("lastName", "Last Name").asRequired(),
                    text("email", "Email"),
                    SUBSIDIARY,
                    INACTIVE,
                    ENTITY_CREATED,
                    MODIFIED),
            RecordType.of(
                    "contact",
                    "contact",
                    "entity",
                    "entityid",
                    text("entityId", "Name"),
                    text("firstName", "First Name").asRequired(),
                    text("lastName", "Last Name"),
                    text("email", "Email"),
                    text("phone", "Phone"),
                    reference("company", "Company", "customer"),
                    SUBSIDIARY,
                    INACTIVE,
                    ENTITY_CREATED,
                    MODIFIED),
            RecordType.of(
                            "nonInventorySaleItem",
                            "item",
                            "item",
                            "itemid",
                            text("itemId", "Item Name/Number").asRequired(),
                            text("displayName", "Display Name"),
                            text("salesDescription", "Sales Description").column("description"),
                            reference("subsidiary", "Subsidiary", "subsidiary").column("x_subsidiary"),
                            INACTIVE,
                            CREATED,
                            MODIFIED)
                    .where("itemtype", "NonInvtPart")
                    .with(PRICES),
            RecordType.of(
                            "inventoryItem",
                            "item",
                            "item",
                            "itemid",
                            text("itemId", "Item Name/Number").asRequired(),
                            text("displayName", "Display Name"),
                            text("salesDescription", "Sales Description").column("description"),
                            text("upcCode", "UPC Code"),
                            field(DECIMAL, "averageCost", "Average Cost").asReadOnly(),
                            field(DECIMAL, "weight", "Weight"),
                            field(DECIMAL, "totalQuantityOnHand", "Total On Hand")
                                    .asReadOnly(),
                            field(BOOLEAN, "custitem_shop_sync", "Sell in Shop"),
                            reference("subsidiary", "Subsidiary", "subsidiary").column("x_subsidiary"),
                            INACTIVE,
                            CREATED,
                            MODIFIED)
                    .where("itemtype", "InvtPart")
                    .with(PRICES, STOCK),
            transaction("salesOrder", "SalesOrd")
                    .plus(field(CHOICE, "orderStatus", "Status")
                            .column("status")
                            .choiceOf("SalesOrd"))
                    .with(LINES),
            transaction("itemFulfillment", "ItemShip")
                    .plus(reference("createdFrom", "Created From", "salesOrder"))
                    .with(LINES.plus(ORDER_LINE)),
            transaction("invoice", "CustInvc")
                    .plus(reference("createdFrom", "Created From", "salesOrder"))
                    .with(LINES.plus(ORDER_LINE)));

    private Company() {}

    /** Every record type. */
    public static List<RecordType> types() {
        return TYPES;
    }

    /** By its name, in any case. */
    public static Optional<RecordType> type(String name) {
        return TYPES.stream().filter(type -> type.name().equalsIgnoreCase(name)).findFirst();
    }

    private static RecordType transaction(String name, String type) {
        return RecordType.of(
                        name,
                        "transaction",
                        "transaction",
                        "tranid",
                        text("tranId", "Order #"),
                        field(DATE, "tranDate", "Date"),
                        reference("entity", "Customer", "customer").asRequired(),
                        reference("subsidiary", "Subsidiary", "subsidiary").column("x_subsidiary"),
                        CURRENCY,
                        field(CHOICE, "status", "Status").choiceOf(type).asReadOnly(),
                        field(DECIMAL, "total", "Total").column("foreigntotal").asReadOnly(),
                        text("memo", "Memo"),
                        text("otherRefNum", "PO #"),
                        text("email", "Email"),
                        text("custbody_shop_order", "Shop Order"),
                        field(SUBRECORD, "shippingAddress", "Shipping Address").column("x_shippingaddress"),
                        field(SUBRECORD, "billingAddress", "Billing Address").column("x_billingaddress"),
                        CREATED,
                        MODIFIED)
                .where("type", type);
    }
}
