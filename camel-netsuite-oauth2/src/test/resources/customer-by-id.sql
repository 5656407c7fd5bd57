SELECT id, companyname FROM customer WHERE id = :#id
