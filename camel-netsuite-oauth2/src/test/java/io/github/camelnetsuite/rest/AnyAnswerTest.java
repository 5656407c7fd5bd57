package io.github.camelnetsuite.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelnetsuite.NetSuiteException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;

/**
 * Whatever a server answers: the right rows, or an error that says what to do, and never more than a page of anything in between.
 */
class AnyAnswerTest {

    private static final JsonMapper JSON = new JsonMapper();

    /** The envelope of a page, each member there or not, right or wrong. */
    record Envelope(
            int rows,
            @Nullable Object hasMore,
            @Nullable Object total,
            @Nullable Object offset,
            @Nullable Object count) {}

    @Provide
    Arbitrary<Envelope> envelopes() {
        Arbitrary<Object> flag =
                Arbitraries.of(true, false, "true", 1).injectNull(0.3).map(Object.class::cast);
        Arbitrary<Object> number = Arbitraries.of(-1, 0, 1, 2, 3, 4, 5, 100_000, Long.MAX_VALUE, 2.5, "3")
                .injectNull(0.4)
                .map(Object.class::cast);
        return Combinators.combine(Arbitraries.integers().between(0, 4), flag, number, number, number)
                .as(Envelope::new);
    }

    @Property(tries = 3_000, seed = "20261125")
    void aPageIsTheOneAskedForOrAnError(
            @ForAll("envelopes") Envelope envelope,
            @ForAll @IntRange(max = 6) int from,
            @ForAll @IntRange(min = 1, max = 3) int size)
            throws Exception {
        PageContent content = PageReader.rows(List.of()).read(entity(page(envelope)));
        PageStart start = new PageStart(from, null);

        try {
            boolean more = content.more(start, size);

            assertThat(content.rows(start, size)).hasSize(envelope.rows());
            assertThat(envelope.rows()).isLessThanOrEqualTo(size);
            // Nothing is left behind an end, and what goes on goes on from a full page.
            boolean saysMore = Boolean.TRUE.equals(envelope.hasMore())
                    || (envelope.total() instanceof Number total && total.longValue() > from + envelope.rows());
            assertThat(more).isEqualTo(saysMore);
            assertThat(!more || envelope.rows() == size).isTrue();
        } catch (NetSuiteException e) {
            assertThat(e).hasMessageStartingWith("The answer to the query from row " + from + " on cannot be right: ");
        }
    }

    @Property(tries = 2_000, seed = "20261126")
    void aPageThatIsDamagedAnywhereIsAnErrorOrTheSamePage(
            @ForAll @IntRange(max = 400) int at, @ForAll byte with, @ForAll boolean cut) throws Exception {
        byte[] page = page(new Envelope(3, false, 3, 0, 3)).getBytes(StandardCharsets.UTF_8);
        int place = at % page.length;
        byte[] damaged = cut ? java.util.Arrays.copyOf(page, place) : page.clone();
        if (!cut) {
            damaged[place] = with;
        }

        try {
            PageContent content = PageReader.rows(List.of("id")).read(entity(damaged));
            List<Map<String, Object>> rows = content.rows(PageStart.FIRST, 3);
            assertThat(cut).isFalse();
            assertThat(rows).hasSize(3);
        } catch (NetSuiteException | java.io.IOException e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }

    @Provide
    Arbitrary<Object> json() {
        Arbitrary<Object> leaf = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(8).map(Object.class::cast),
                Arbitraries.of(1, -1.5, true, "error", "code", "SSS_REQUEST_LIMIT_EXCEEDED")
                        .injectNull(0.1)
                        .map(Object.class::cast));
        return Arbitraries.recursive(
                () -> leaf,
                inner -> Arbitraries.oneOf(
                        inner.list().ofMaxSize(3).map(Object.class::cast),
                        Arbitraries.maps(Arbitraries.of("error", "code", "message", "a"), inner.injectNull(0.1))
                                .ofMaxSize(3)
                                .map(Object.class::cast)),
                0,
                4);
    }

    @Property(tries = 2_000, seed = "20261127")
    void aRestletsJsonComesAsItWasSentOrIsAnError(@ForAll("json") Object value) throws Exception {
        String text = JSON.writeValueAsString(value);

        try {
            Object read = new RestletReader(false).read(entity(text));
            assertThat(JSON.readTree(JSON.writeValueAsString(read))).isEqualTo(JSON.readTree(text));
            assertThat(ReturnedError.matches(text)).isFalse();
        } catch (RefusalException e) {
            ErrorBody error = ErrorBody.read(e.answer().text());
            assertThat(error.code()).isNotNull();
            assertThat(JSON.readTree(text).properties())
                    .extracting(Map.Entry::getKey)
                    .containsExactly("error");
        }
    }

    @Property(tries = 2_000, seed = "20261128")
    void anyBytesOfAnyTypeAreAResultOrAnError(
            @ForAll byte[] bytes, @ForAll("types") String type, @ForAll boolean errorsAsData) {
        HttpEntity entity = new ByteArrayEntity(bytes, ContentType.parseLenient(type));
        try {
            Object read = new RestletReader(errorsAsData).read(entity);
            assertThat(read == null
                            || read instanceof String
                            || read instanceof Number
                            || read instanceof Boolean
                            || read instanceof Map
                            || read instanceof List)
                    .isTrue();
        } catch (NetSuiteException | java.io.IOException e) {
            assertThat(e.getClass().getName()).doesNotContain("Null");
        }
    }

    @Provide
    Arbitrary<String> types() {
        return Arbitraries.of(
                "application/json",
                "application/json; charset=utf-16",
                "text/plain",
                "text/plain; charset=iso-8859-1",
                "text/plain; charset=",
                "application/xml",
                "text/html",
                "nonsense");
    }

    @Property(tries = 3_000, seed = "20261129")
    void anyTextIsAQueryThatIsReadOrLeftAlone(@ForAll("queries") String query) {
        PagePlan plan = PagePlan.of(query, null);

        if (plan.key().isEmpty() && !plan.ordered()) {
            assertThat(plan.first()).isEqualTo(query);
        } else {
            // Nothing of the query is lost, and a second reading of the result finds the order it was given.
            assertThat(isSubsequence(query, plan.first())).isTrue();
            assertThat(SelectStatement.read(plan.first()).orElseThrow().ordered())
                    .isTrue();
        }
    }

    @Provide
    Arbitrary<String> queries() {
        Arbitrary<String> word = Arbitraries.of(
                "SELECT",
                "DISTINCT",
                "id",
                "customer",
                "c.id",
                "c",
                "FROM",
                "WHERE",
                "ORDER BY",
                "GROUP BY",
                "UNION",
                "AND",
                "a = 1",
                ",",
                "(",
                ")",
                "*",
                "'x'",
                "'",
                "\"",
                "--x\n",
                "/*",
                "*/",
                "COUNT(*)",
                "NVL(a, 1)",
                "AS",
                "JOIN",
                "ROWNUM",
                "?",
                ";");
        return Arbitraries.oneOf(
                word.list().ofMaxSize(12).map(words -> String.join(" ", words)),
                word.list().ofMaxSize(6).map(words -> "SELECT id " + String.join(" ", words) + " FROM customer"),
                word.list().ofMaxSize(6).map(words -> "SELECT id FROM customer " + String.join(" ", words)),
                Arbitraries.strings().ofMaxLength(40));
    }

    private static boolean isSubsequence(String part, String whole) {
        int found = 0;
        for (int i = 0; i < whole.length() && found < part.length(); i++) {
            if (whole.charAt(i) == part.charAt(found)) {
                found++;
            }
        }
        return found == part.length();
    }

    private static String page(Envelope envelope) throws JsonProcessingException {
        Map<String, Object> page = new LinkedHashMap<>();
        put(page, "hasMore", envelope.hasMore());
        put(page, "totalResults", envelope.total());
        put(page, "offset", envelope.offset());
        List<Object> items = new ArrayList<>();
        IntStream.range(0, envelope.rows())
                .forEach(i -> items.add(Map.of("id", Integer.toString(i), "links", List.of())));
        page.put("items", items);
        put(page, "count", envelope.count());
        return JSON.writeValueAsString(page);
    }

    private static void put(Map<String, Object> page, String name, @Nullable Object value) {
        if (value != null) {
            page.put(name, value);
        }
    }

    private static HttpEntity entity(String json) {
        return entity(json.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpEntity entity(byte[] json) {
        return new ByteArrayEntity(json, ContentType.APPLICATION_JSON);
    }
}
