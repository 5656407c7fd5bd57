SELECT item.id, item.itemid AS sku
FROM item
WHERE item.itemid IN :#skus
ORDER BY item.id
