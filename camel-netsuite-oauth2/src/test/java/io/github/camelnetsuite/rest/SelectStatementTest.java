package io.github.camelnetsuite.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read out of a query, and above all what is not. */
class SelectStatementTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "SELECT id, companyName FROM customer ; id companyname",
                "SELECT t.id, t.tranid AS number FROM transaction t ; id number",
                "SELECT id customer_id, email FROM customer ; customer_id email",
                "SELECT BUILTIN.DF(t.status) AS status FROM transaction t ; status",
                "SELECT BUILTIN.DF(t.status) status FROM transaction t ; status",
                "SELECT \"Id\", x AS \"The Name\" FROM customer ; id the name",
                "SELECT id, BUILTIN.DF(status), email FROM customer ; id email",
                "SELECT a || b, a || b AS c, 'x' d, 1 e FROM t ; c d e",
                "SELECT CASE WHEN a = 1 THEN b END, CASE a WHEN 1 THEN 2 END c FROM t ; c",
                "SELECT INTERVAL '1' DAY, NULL, DATE '2026-01-01' FROM dual ; -",
                "SELECT DISTINCT entity, status FROM transaction ; entity status",
                "SELECT TOP 5 id, email FROM customer ; id email",
                "SELECT (SELECT MAX(x) FROM y) AS z, EXTRACT(YEAR FROM d) w FROM t ; z w",
                "SELECT LISTAGG(a, ',') WITHIN GROUP (ORDER BY a) AS list FROM t ; list",
                "SELECT id FROM a UNION SELECT other FROM b ; id",
                "WITH x AS (SELECT p, q FROM r) SELECT p AS s FROM x ; s",
                "SELECT *, id FROM customer ; id",
                "SELECT t.* FROM customer t ; -",
                "SELECT SYSDATE now FROM dual ; now",
                "SELECT a, a FROM t ; a",
            })
    void theColumnsAreThoseTheSelectListNames(String query, String columns) {
        List<String> names = read(query).columns();

        assertThat(names.isEmpty() ? "-" : String.join(" ", names)).isEqualTo(columns);
    }

    @Test
    void whatStandsInTextAndCommentsIsNoPartOfTheQuery() {
        SelectStatement statement =
                read("SELECT id, -- FROM nowhere\n 'it''s, FROM' AS t /* , x */ FROM customer -- ORDER BY id");

        assertThat(statement.columns()).containsExactly("id", "t");
        assertThat(statement.ordered()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SELECT",
                "SELECT FROM customer",
                "SELECT id, FROM customer",
                "UPDATE customer SET id = 1",
                "SELECT id FROM customer WHERE (a = 1",
                "SELECT id FROM customer WHERE a = 1)",
                "SELECT id FROM customer WHERE a = 'open",
                "SELECT id FROM customer /* open",
                "SELECT id FROM customer WHERE a = q'[it's]'",
                "SELECT id FROM customer; SELECT 1",
                "SELECT `id` FROM customer",
                "SELECT [id] FROM customer",
                "(SELECT id FROM customer)"
            })
    void whatIsNotUnderstoodIsNotUnderstoodAtAll(String query) {
        assertThat(SelectStatement.read(query)).isEmpty();
    }

    @Test
    void aQueryOfAnyLengthIsReadInBoundedDepth() {
        String text = "'" + "x''".repeat(200_000) + "'";
        String deep = "(".repeat(50_000) + "1" + ")".repeat(50_000);

        assertThat(read("SELECT id FROM customer WHERE a = " + text).plain()).isTrue();
        assertThat(read("SELECT id FROM customer WHERE a = " + deep).plain()).isTrue();
    }

    private static SelectStatement read(String query) {
        return SelectStatement.read(query).orElseThrow();
    }
}
