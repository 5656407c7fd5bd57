package io.github.camelnetsuite.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelnetsuite.NetSuiteDataException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A query is rewritten where that is right beyond doubt, and nowhere else. */
class PagePlanTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT id FROM customer"
                        + "| SELECT id FROM customer ORDER BY customer.id"
                        + "| SELECT id FROM customer WHERE customer.id > 7 ORDER BY customer.id",
                "SELECT c.id, c.email FROM customer c WHERE c.isinactive = 'F' OR c.id < 5| SELECT c.id, c.email FROM"
                        + " customer c WHERE c.isinactive = 'F' OR c.id < 5 ORDER BY c.id| SELECT c.id, c.email FROM"
                        + " customer c WHERE (c.isinactive = 'F' OR c.id < 5) AND c.id > 7 ORDER BY c.id",
                "SELECT email FROM customer AS c"
                        + "| SELECT email, c.id AS paging_key FROM customer AS c ORDER BY c.id"
                        + "| SELECT email, c.id AS paging_key FROM customer AS c WHERE c.id > 7 ORDER BY c.id",
                "SELECT * FROM item"
                        + "| SELECT * FROM item ORDER BY item.id"
                        + "| SELECT * FROM item WHERE item.id > 7 ORDER BY item.id",
                "SELECT t.*, t.tranid AS n FROM transaction t"
                        + "| SELECT t.*, t.tranid AS n FROM transaction t ORDER BY t.id"
                        + "| SELECT t.*, t.tranid AS n FROM transaction t WHERE t.id > 7 ORDER BY t.id",
                // id is somebody else's here
                "SELECT entity AS id FROM transaction| SELECT entity AS id, transaction.id AS paging_key FROM"
                        + " transaction ORDER BY transaction.id| SELECT entity AS id, transaction.id AS paging_key FROM"
                        + " transaction WHERE transaction.id > 7 ORDER BY transaction.id",
                "SELECT id, entity id FROM transaction| SELECT id, entity id, transaction.id AS paging_key FROM"
                        + " transaction ORDER BY transaction.id| SELECT id, entity id, transaction.id AS paging_key FROM"
                        + " transaction WHERE transaction.id > 7 ORDER BY transaction.id",
                "SELECT id AS n FROM customer ORDER BY id"
                        + "| SELECT id AS n FROM customer ORDER BY id"
                        + "| SELECT id AS n FROM customer WHERE customer.id > 7 ORDER BY id",
                "SELECT id AS n FROM customer ORDER BY n DESC"
                        + "| SELECT id AS n FROM customer ORDER BY n DESC"
                        + "| SELECT id AS n FROM customer WHERE customer.id < 7 ORDER BY n DESC",
                "SELECT email, id FROM customer WHERE a = 1 ORDER BY 2, email"
                        + "| SELECT email, id FROM customer WHERE a = 1 ORDER BY 2, email"
                        + "| SELECT email, id FROM customer WHERE (a = 1) AND customer.id > 7 ORDER BY 2, email",
                "SELECT id, BUILTIN.DF(status) AS s, NVL(TO_CHAR(d, 'YYYY'), '-') AS y FROM transaction| SELECT id,"
                        + " BUILTIN.DF(status) AS s, NVL(TO_CHAR(d, 'YYYY'), '-') AS y FROM transaction ORDER BY"
                        + " transaction.id| SELECT id, BUILTIN.DF(status) AS s, NVL(TO_CHAR(d, 'YYYY'), '-') AS y FROM"
                        + " transaction WHERE transaction.id > 7 ORDER BY transaction.id",
                "SELECT id FROM customrecord_shop WHERE id IN (SELECT MAX(x) FROM y GROUP BY z)| SELECT id FROM"
                        + " customrecord_shop WHERE id IN (SELECT MAX(x) FROM y GROUP BY z) ORDER BY customrecord_shop.id|"
                        + " SELECT id FROM customrecord_shop WHERE (id IN (SELECT MAX(x) FROM y GROUP BY z)) AND"
                        + " customrecord_shop.id > 7 ORDER BY customrecord_shop.id",
            })
    void oneTableWithAnIdIsReadInRangesOfIt(String query, String first, String next) {
        PagePlan plan = PagePlan.of(query, null);

        assertThat(plan.first()).isEqualTo(first);
        assertThat(plan.after(BigDecimal.valueOf(7))).isEqualTo(next);
        assertThat(plan.key().orElseThrow().proven()).isTrue();
    }

    @Test
    void commentsStayWhereTheyAreAndHideNothing() {
        PagePlan plan = PagePlan.of("SELECT id -- the key\nFROM customer -- all\nWHERE a = 1 -- but one\n", null);

        assertThat(plan.after(BigDecimal.valueOf(7)))
                .isEqualTo("SELECT id -- the key\nFROM customer -- all\nWHERE (a = 1) AND customer.id > 7"
                        + " ORDER BY customer.id -- but one\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT DISTINCT id FROM customer",
                "SELECT UNIQUE id FROM customer",
                "SELECT entity, COUNT(*) AS n FROM transaction GROUP BY entity",
                "SELECT entity FROM transaction GROUP BY entity HAVING COUNT(*) > 1",
                "SELECT MAX(id) AS id FROM customer",
                "SELECT NVL(SUM(a), 0) AS a FROM customer",
                "SELECT SOME_AGGREGATE(a) AS a FROM customer",
                "SELECT BUILTIN.NEW_FUNCTION(a) AS a FROM customer",
                "SELECT id FROM customer UNION SELECT id FROM vendor",
                "SELECT id FROM customer UNION ALL SELECT id FROM vendor",
                "SELECT id FROM customer MINUS SELECT id FROM vendor",
                "SELECT id FROM customer INTERSECT SELECT id FROM vendor",
                "SELECT t.id FROM transaction t JOIN transactionline l ON l.transaction = t.id",
                "SELECT t.id FROM transaction t LEFT OUTER JOIN customer c ON c.id = t.entity",
                "SELECT t.id FROM transaction t, transactionline l WHERE l.transaction = t.id",
                "SELECT id FROM (SELECT id FROM customer)",
                "SELECT id FROM transactionline",
                "SELECT id FROM some_unknown_table",
                "SELECT id FROM suiteapp.customer",
                "SELECT id FROM customer WHERE ROWNUM <= 2000",
                "SELECT ROWNUM AS n, id FROM customer",
                "SELECT TOP 2000 id FROM customer",
                "SELECT id FROM customer FETCH FIRST 2000 ROWS ONLY",
                "SELECT id FROM customer OFFSET 10 ROWS",
                "SELECT id FROM customer LIMIT 2000",
                "SELECT id FROM customer FOR UPDATE",
                "SELECT id FROM customer START WITH id = 1 CONNECT BY PRIOR id = parent",
                "SELECT id, ROW_NUMBER() OVER (ORDER BY email) AS n FROM customer",
                "SELECT id, (SELECT MAX(x) FROM y) AS m FROM customer",
                "WITH c AS (SELECT id FROM customer) SELECT id FROM c",
                "SELECT *, entity AS id FROM transaction",
                "SELECT *, BUILTIN.DF(entity) FROM transaction",
                "SELECT email AS paging_key FROM customer",
                "SELECT id FROM customer WHERE a = q'[it's]'",
                "SELECT id FROM customer; DELETE FROM customer",
            })
    void whereThereIsAnyDoubtTheQueryStaysAsItIs(String query) {
        PagePlan plan = PagePlan.of(query, null);

        assertThat(plan.first()).isEqualTo(query);
        assertThat(plan.key()).isEmpty();
        assertThat(plan.ordered()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT id FROM customer ORDER BY email      | SELECT id FROM customer ORDER BY email, customer.id",
                "SELECT id FROM item i ORDER BY name DESC    | SELECT id FROM item i ORDER BY name DESC, i.id",
                "SELECT entity AS id FROM transaction ORDER BY id| SELECT entity AS id, transaction.id AS paging_key"
                        + " FROM transaction ORDER BY id, transaction.id",
                "SELECT id FROM customer ORDER BY id NULLS LAST | SELECT id FROM customer ORDER BY id NULLS LAST,"
                        + " customer.id",
            })
    void anOrderOfTheUsersOwnIsMadeUniqueAndKept(String query, String expected) {
        PagePlan plan = PagePlan.of(query, null);

        assertThat(plan.first().replace(", transaction.id AS paging_key", ""))
                .isEqualTo(expected.replace(", transaction.id AS paging_key", ""));
        assertThat(plan.key()).isEmpty();
        assertThat(plan.ordered()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "l.uniquekey | SELECT t.id, l.uniquekey FROM transaction t, transactionline l WHERE l.transaction ="
                        + " t.id| SELECT t.id, l.uniquekey FROM transaction t, transactionline l WHERE (l.transaction ="
                        + " t.id) AND l.uniquekey >= '7' ORDER BY l.uniquekey",
                // the alias of the select list is unknown to WHERE
                "line | SELECT t.id, l.uniquekey AS line FROM transaction t JOIN transactionline l ON l.transaction ="
                        + " t.id| SELECT t.id, l.uniquekey AS line FROM transaction t JOIN transactionline l ON"
                        + " l.transaction = t.id WHERE l.uniquekey >= '7' ORDER BY l.uniquekey",
                "l.uniquekey | SELECT t.tranid FROM transaction t JOIN transactionline l ON l.transaction = t.id|"
                        + " SELECT t.tranid, l.uniquekey AS paging_key FROM transaction t JOIN transactionline l ON"
                        + " l.transaction = t.id WHERE l.uniquekey >= '7' ORDER BY l.uniquekey",
                "entity | SELECT DISTINCT entity FROM transaction WHERE type = 'SalesOrd'| SELECT * FROM (SELECT"
                        + " DISTINCT entity FROM transaction WHERE type = 'SalesOrd') WHERE entity >= '7' ORDER BY entity",
                "entity | SELECT entity, COUNT(*) AS n FROM transaction GROUP BY entity -- all| SELECT * FROM (SELECT"
                        + " entity, COUNT(*) AS n FROM transaction GROUP BY entity) WHERE entity >= '7' ORDER BY entity",
                "id | SELECT id FROM customer UNION SELECT id FROM vendor| SELECT * FROM (SELECT id FROM customer"
                        + " UNION SELECT id FROM vendor) WHERE id >= '7' ORDER BY id",
                "n | SELECT id, ROW_NUMBER() OVER (ORDER BY id) AS n FROM customer| SELECT * FROM (SELECT id,"
                        + " ROW_NUMBER() OVER (ORDER BY id) AS n FROM customer) WHERE n >= '7' ORDER BY n",
                "id | SELECT id FROM customer | SELECT id FROM customer WHERE id > 7 ORDER BY id",
                "c.id | SELECT id, SOMETHING(x) AS x FROM customer c"
                        + "| SELECT id, SOMETHING(x) AS x FROM customer c WHERE c.id >= '7' ORDER BY c.id",
            })
    void aNamedKeyAlsoCarriesJoinsAndGroups(String key, String query, String next) {
        assertThat(PagePlan.of(query, key).after(BigDecimal.valueOf(7))).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id; DROP  | SELECT id FROM customer                          | it is not the name of a column",
                "id        | SELECT id FROM customer WHERE ROWNUM < 5         | with ROWNUM, TOP, FETCH",
                "id        | SELECT TOP 5 id FROM customer                    | with ROWNUM, TOP, FETCH",
                "id        | SELECT entity FROM transaction GROUP BY entity   | with GROUP BY, DISTINCT, UNION or the"
                        + " like it must be a column of the select list",
                "l.id      | SELECT * FROM transaction t, transactionline l   | the select list does not show which"
                        + " column it is",
                "id        | SELECT id FROM customer WHERE a = 'open          | the query is not understood",
            })
    void aNamedKeyThatCannotBeUsedIsAnErrorBeforeAnyCall(String key, String query, String why) {
        assertThatThrownBy(() -> PagePlan.of(query, key))
                .isInstanceOf(NetSuiteDataException.class)
                .hasMessageStartingWith("uniqueKey=" + key + " cannot be used with this query: " + why);
    }
}
