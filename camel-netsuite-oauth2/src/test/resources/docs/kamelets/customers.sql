SELECT id, companyname
FROM customer
ORDER BY id
