package io.github.camelnetsuite.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelnetsuite.NetSuiteUnavailableException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A page is taken only when it is the one that was asked for, whole, and its end is said; anything else could lose rows. */
class PageContentTest {

    private static final int SIZE = 2;

    @Test
    void theRowsHaveLowerCaseNamesAndNoLinks() throws Exception {
        PageContent page = read("{'items': [{'links': [], 'ID': '1', 'ItemId': 'A'}], 'hasMore': false}");

        assertThat(page.rows(PageStart.FIRST, SIZE)).containsExactly(Map.of("id", "1", "itemid", "A"));
        assertThat(page.more(PageStart.FIRST, SIZE)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0     | {'items': [{'id': 1}, {'id': 2}], 'hasMore': true}                             | true",
                "0     | {'items': [{'id': 1}, {'id': 2}], 'hasMore': true, 'offset': 0, 'count': 2}     | true",
                "0     | {'items': [{'id': 1}, {'id': 2}], 'hasMore': false}                            | false",
                "0     | {'items': [{'id': 1}, {'id': 2}], 'totalResults': 3}                           | true",
                "2     | {'items': [{'id': 1}], 'totalResults': 3}                                      | false",
                "0     | {'items': [{'id': 1}]}                                                         | false",
                "0     | {'items': []}                                                                  | false",
                "0     | {'items': [], 'hasMore': false, 'totalResults': 0, 'offset': 0, 'count': 0}     | false",
                // NetSuite's limit: the last page it gives may say that nothing follows.
                "99998 | {'items': [{'id': 1}, {'id': 2}], 'hasMore': false, 'totalResults': 100001}    | true",
            })
    void moreRowsFollowWhenTheAnswerSaysSoOrCountsMore(int offset, String answer, boolean more) throws Exception {
        assertThat(read(answer).more(new PageStart(offset, null), SIZE)).isEqualTo(more);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                                 | it has no list of items",
                "{'items': {'id': 1}}                                               | it has no list of items",
                "{'items': [{'id': 1}, 'x'], 'hasMore': false}                      | item 1 is no row",
                "{'items': [null], 'hasMore': false}                                | item 0 is no row",
                "{'items': [[]], 'hasMore': false}                                  | item 0 is no row",
                "{'items': [], 'hasMore': true}                                     | it has 0 of the 2 rows of a"
                        + " page, and says that more follow",
                "{'items': [{'id': 1}], 'hasMore': true}                            | it has 1 of the 2 rows of a"
                        + " page, and says that more follow",
                "{'items': [{'id': 1}], 'totalResults': 6}                          | it has 1 of the 2 rows of a"
                        + " page, and says that more follow",
                "{'items': [{'id': 1}, {'id': 2}, {'id': 3}], 'hasMore': true}      | it has 3 rows, more than the 2"
                        + " of a page",
                "{'items': [{'id': 1}, {'id': 2}, {'id': 3}], 'hasMore': false}     | it has 3 rows, more than the 2"
                        + " of a page",
                "{'items': [{'id': 1}, {'id': 2}]}                                  | it does not say whether more"
                        + " rows follow",
                "{'items': [{'id': 1}], 'hasMore': false, 'count': 2}               | it has 1 rows and counts 2",
                "{'items': [{'id': 1}, {'id': 2}], 'hasMore': true, 'offset': 0}    | it begins at row 0",
                "{'items': [], 'hasMore': false, 'offset': 0}                       | it begins at row 0",
            })
    void anAnswerThatCouldLoseRowsIsRefused(String answer, String why) {
        assertThatThrownBy(() -> read(answer).more(new PageStart(4, null), SIZE))
                .isInstanceOf(NetSuiteUnavailableException.class)
                .hasMessage("The answer to the query from row 4 on cannot be right: " + why
                        + ". Reading on could miss or repeat rows, so the query ends here. Run it again; when this"
                        + " stays, check suiteTalkUrl, and whether a proxy or a cache stands in between.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'items': [{'id': 'SECRET', 'name': 'SECRET'}, 'SECRET'], 'hasMore': true}"})
    void noDataStandsInTheMessage(String answer) {
        assertThatThrownBy(() -> read(answer).more(PageStart.FIRST, SIZE))
                .message()
                .doesNotContain("SECRET");
    }

    @Test
    void columnsThatAreNullStandInTheirPlaceWithoutAValue() throws Exception {
        PageContent page = PageReader.rows(List.of("id", "email", "phone"))
                .read(entity("{'items': [{'links': [], 'phone': '1', 'ID': '7', 'extra': 'x'}], 'hasMore': false}"));

        Map<String, Object> row = page.rows(PageStart.FIRST, SIZE).get(0);
        assertThat(row.keySet()).containsExactly("id", "email", "phone", "extra");
        assertThat(row).containsEntry("email", null).containsEntry("id", "7");
    }

    private static PageContent read(String json) throws IOException {
        return PageReader.rows(List.of()).read(entity(json));
    }

    private static HttpEntity entity(String json) {
        return new StringEntity(json.replace('\'', '"'), ContentType.APPLICATION_JSON);
    }
}
