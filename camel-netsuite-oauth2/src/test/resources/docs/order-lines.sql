SELECT t.tranid, l.uniquekey, l.item, l.quantity
FROM transaction t
JOIN transactionline l ON l.transaction = t.id
WHERE t.type = 'SalesOrd' AND t.trandate >= TO_DATE(:#since, 'YYYY-MM-DD')
