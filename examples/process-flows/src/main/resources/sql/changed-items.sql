-- Inactive items too: the shop has to hear that an item is no longer sold.
-- Times go in and out as text of one fixed form, in the account's time zone.
SELECT item.id,
       item.itemid AS sku,
       item.displayname AS name,
       item.description,
       item.isinactive,
       (SELECT MAX(pricing.unitprice) FROM pricing WHERE pricing.item = item.id AND pricing.pricelevel = 1) AS price,
       TO_CHAR(item.lastmodifieddate, 'YYYY-MM-DD HH24:MI:SS') AS modified
FROM item
WHERE item.itemtype = 'InvtPart'
  AND item.lastmodifieddate >= TO_TIMESTAMP(:#since, 'YYYY-MM-DD HH24:MI:SS')
ORDER BY item.id
