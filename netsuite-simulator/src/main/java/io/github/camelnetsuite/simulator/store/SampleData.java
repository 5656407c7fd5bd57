package io.github.camelnetsuite.simulator.store;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A small trading company, the same on every start: two subsidiaries, three warehouses, customers, items with stock
 * and prices, sales orders and fulfilments. Rows are made by the database itself, so that millions take seconds.
 */
final class SampleData {

    /** Long enough ago that no row lies in a client's future. */
    private static final LocalDateTime FIRST = LocalDateTime.parse("2025-01-02T08:00:00");

    /** Six weeks: no zone changes its clocks in them, so local time is the same distance from UTC throughout. */
    private static final int SECONDS = 4_000_000;

    /** Items beyond this many have neither price nor stock, which would take longer to make than they do. */
    private static final int MOST_WITH_PRICE = 100_000;

    private final Sql sql;
    private final String stamps;
    private final Runnable commit;
    private final SampleSize size;

    /**
     * For one database.
     *
     * @param size how many rows there are at the start
     * @param commit called after each step, since H2 is slow with millions of uncommitted rows
     */
    SampleData(Sql sql, ZoneId zone, SampleSize size, Runnable commit) {
        this.sql = sql;
        LocalDateTime local =
                FIRST.atOffset(ZoneOffset.UTC).atZoneSameInstant(zone).toLocalDateTime();
        this.stamps = moment(local) + ", " + moment(FIRST);
        this.size = size;
        this.commit = commit;
    }

    void fill() {
        masterData();
        customers(1, size.customers());
        items(1, size.items());
        orders(1, size.orders());
        fulfilments();
    }

    private void masterData() {
        execute(
                "INSERT INTO currency VALUES (1, 'GBP', 'GBP', 'F'), (2, 'Euro', 'EUR', 'F'), (3, 'US Dollar', 'USD', 'F')");
        execute("INSERT INTO x_file VALUES (1, 'terms.pdf'), (2, 'packing-list.pdf'), (3, 'drawing.png')");
        execute("INSERT INTO pricelevel VALUES (1, 'Base Price', 'F'), (2, 'Trade', 'F')");
        execute("INSERT INTO subsidiary SELECT 1, 'SUB-UK', 'Harbour Trading UK', 'Harbour Trading Ltd', 'GB', 1, 'F', "
                + stamps + " FROM SYSTEM_RANGE(1, 1)");
        execute(
                "INSERT INTO subsidiary SELECT 2, 'SUB-EU', 'Harbour Trading EU', 'Harbour Trading B.V.', 'NL', 2, 'F', "
                        + stamps + " FROM SYSTEM_RANGE(1, 1)");
        execute(
                "INSERT INTO location SELECT x, 'LOC-' || x, ARRAY_GET(ARRAY['Leeds', 'Bristol', 'Rotterdam'], CAST(x AS INT)),"
                        + " CASE WHEN x = 3 THEN 2 ELSE 1 END, 'F', " + stamps + " FROM SYSTEM_RANGE(1, 3)");
        execute(
                "INSERT INTO x_status VALUES ('SalesOrd', 'A', 'Pending Approval'), ('SalesOrd', 'B', 'Pending Fulfillment'),"
                        + " ('SalesOrd', 'D', 'Partially Fulfilled'), ('SalesOrd', 'E', 'Pending Billing/Partially Fulfilled'), ('SalesOrd', 'F', 'Pending Billing'), ('SalesOrd', 'G', 'Billed'),"
                        + " ('ItemShip', 'C', 'Shipped'), ('CustInvc', 'A', 'Open'), ('CustInvc', 'B', 'Paid In Full')");
    }

    /** Customers with these internal IDs. */
    void customers(long first, long last) {
        String name =
                "ARRAY_GET(ARRAY['Harbour', 'Willow', 'Meadow', 'Granite', 'Copper', 'Linden', 'Heron'], CAST(MOD(x, 7) AS INT) + 1)"
                        + " || ' ' || ARRAY_GET(ARRAY['Books', 'Cycles', 'Foods', 'Garden', 'Tools'], CAST(MOD(x, 5) AS INT) + 1) || ' ' || x";
        execute(
                "INSERT INTO customer SELECT x, 'CUST-' || x, 'CUST' || LPAD(x, 5, '0') || ' ' || " + name + ", " + name
                        + ", 'F', NULL, NULL, 'orders' || x || '@example.com', '+44 20 7946 ' || LPAD(MOD(x, 10000), 4, '0'),"
                        + " MOD(x, 2) + 1, MOD(x, 2) + 1, NULL, NULL, CASE WHEN MOD(x, 17) = 0 THEN 'T' ELSE 'F' END, NULL, "
                        + stamps + ", " + stamps + " FROM SYSTEM_RANGE(?, ?)",
                first,
                last);
    }

    /** Items with these internal IDs; the first of all have prices and stock. */
    void items(long first, long last) {
        String name = "ARRAY_GET(ARRAY['Oak', 'Steel', 'Canvas', 'Glass', 'Wool', 'Cork'], CAST(MOD(x, 6) AS INT) + 1)"
                + " || ' ' || ARRAY_GET(ARRAY['Lamp', 'Chair', 'Bag', 'Bowl', 'Blanket', 'Mat', 'Shelf'], CAST(MOD(x, 7) AS INT) + 1)";
        execute(
                "INSERT INTO item SELECT x, 'ITEM-' || x, 'SKU-' || LPAD(x, 6, '0'), " + name + ", " + name
                        + " || ', batch ' || x, '50' || LPAD(x, 11, '0'), 'InvtPart', 2 + MOD(x * 7, 900) / 10.0,"
                        + " CASE WHEN MOD(x, 9) = 0 THEN NULL ELSE MOD(x, 50) / 10.0 END, MOD(x * 13, 500),"
                        + " CASE WHEN MOD(x, 4) = 0 THEN 'F' ELSE 'T' END, CASE WHEN MOD(x, 23) = 0 THEN 'T' ELSE 'F' END, MOD(x, 2) + 1, "
                        + stamps + ", " + stamps + " FROM SYSTEM_RANGE(?, ?)",
                first,
                last);
        long priced = Math.min(last, MOST_WITH_PRICE);
        execute(
                "INSERT INTO pricing SELECT x, 1, 1, 0, 4 + MOD(x * 7, 900) / 5.0 FROM SYSTEM_RANGE(?, ?)",
                first,
                priced);
        execute(
                "INSERT INTO pricing SELECT x, 2, 1, 0, 3 + MOD(x * 7, 900) / 6.0 FROM SYSTEM_RANGE(?, ?)",
                first,
                priced);
        execute(
                "INSERT INTO aggregateitemlocation SELECT x, MOD(x, 3) + 1, MOD(x * 13, 500), MOD(x * 13, 500)"
                        + " FROM SYSTEM_RANGE(?, ?)",
                first,
                priced);
    }

    /** Sales orders with these internal IDs, over the customers and priced items there are at the start. */
    void orders(long first, long last) {
        String customer = "MOD(x * 7, " + size.customers() + ") + 1";
        execute(
                "INSERT INTO transactionline SELECT x, 0, 0, 'T', NULL, NULL, NULL, NULL, NULL, NULL, MOD(" + customer
                        + ", 2) + 1, NULL FROM SYSTEM_RANGE(?, ?)",
                first,
                last);
        for (int line = 1; line <= 2; line++) {
            execute(
                    "INSERT INTO transactionline SELECT o.x, CAST(? AS INT), CAST(? AS INT), 'F', p.item, MOD(o.x, 4) + 1, p.unitprice,"
                            + " p.unitprice * (MOD(o.x, 4) + 1), NULL, 1, MOD(MOD(o.x * 7, " + size.customers()
                            + ") + 1, 2) + 1, NULL"
                            + " FROM SYSTEM_RANGE(?, ?) o JOIN pricing p ON p.pricelevel = 1 AND p.item = MOD(o.x * 3 + CAST(? AS INT), "
                            + Math.min(size.items(), MOST_WITH_PRICE)
                            + ") + 1 WHERE CAST(? AS INT) = 1 OR MOD(o.x, 2) = 0",
                    line,
                    line,
                    first,
                    last,
                    line,
                    line);
        }
        // Lines first, so that no order has to be written twice to have its total.
        execute(
                "INSERT INTO transaction SELECT x, 'ORDER-' || x, 'SalesOrd', 'SO' || LPAD(x, 6, '0'),"
                        + " DATEADD(DAY, MOD(x, 300), DATE '2025-01-02'), " + customer
                        + ", CASE WHEN MOD(x, 3) = 0 THEN 'F' ELSE 'B' END,"
                        + " MOD(" + customer
                        + ", 2) + 1, (SELECT SUM(l.foreignamount) FROM transactionline l WHERE l.transaction = x),"
                        + " NULL, 'PO-' || x, NULL, NULL, NULL, MOD(" + customer + ", 2) + 1, NULL, NULL, "
                        + stamps + ", " + stamps + " FROM SYSTEM_RANGE(?, ?)",
                first,
                last);
    }

    private void fulfilments() {
        int first = size.orders();
        execute(
                "INSERT INTO transaction SELECT " + first
                        + " + x / 3, 'SHIP-' || (" + first + " + x / 3), 'ItemShip', 'IF' || LPAD(x, 6, '0'),"
                        + " trandate, entity, 'C', currency, NULL, NULL, NULL, NULL, x, NULL, x_subsidiary, NULL, NULL, "
                        + stamps + ", " + stamps + " FROM SYSTEM_RANGE(3, ?, 3) JOIN transaction o ON o.id = x",
                size.orders());
        execute(
                "INSERT INTO transactionline SELECT s.id, l.id, l.linesequencenumber, l.mainline, l.item, l.quantity, NULL, NULL,"
                        + " NULL, l.location, l.subsidiary, CASE WHEN l.mainline = 'F' THEN l.id END FROM transaction s JOIN transactionline l ON l.transaction = s.createdfrom"
                        + " WHERE s.type = 'ItemShip'");
    }

    private void execute(String statement, Object... arguments) {
        sql.update(statement, arguments);
        commit.run();
    }

    /** Three rows share each second, as they do in life. */
    private static String moment(LocalDateTime first) {
        return "DATEADD(SECOND, CAST(MOD(x / 3, " + SECONDS + ") AS BIGINT), TIMESTAMP '"
                + first.toString().replace('T', ' ') + "')";
    }
}
