SELECT id, itemid, TO_CHAR(lastmodifieddate, 'YYYY-MM-DD"T"HH24:MI:SS') AS changed
FROM item
WHERE lastmodifieddate >= TO_TIMESTAMP(:#since, 'YYYY-MM-DD"T"HH24:MI:SS')
ORDER BY id
