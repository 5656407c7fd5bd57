package io.github.camelnetsuite.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelnetsuite.simulator.Permission;
import io.github.camelnetsuite.simulator.junit5.NetSuiteSimulatorExtension;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class CallsTest {

    private static final CheckBench BENCH = new CheckBench();

    @RegisterExtension
    static final NetSuiteSimulatorExtension NETSUITE = BENCH.extension();

    @Test
    void aRoleWithoutRestWebServicesIsTheFirstOnTheShortlistOfARefusedToken() {
        BENCH.netSuite().settings().without(Permission.REST_WEB_SERVICES);
        CheckReport report = BENCH.run(BENCH.settings());
        Finding finding = report.firstFailure().orElseThrow();
        assertThat(finding)
                .extracting(Finding::step, Finding::seen)
                .containsExactly(
                        CheckStep.SERVER_TIME,
                        "GET serverTime was answered HTTP 401 INVALID_LOGIN with a token that is seconds old.");
        assertThat(finding.candidates().get(0).cause()).isEqualTo("the role lacks the permission REST Web Services");
        assertThat(report.finding(CheckStep.SUITEQL).seen()).isEqualTo("NetSuite did not accept the token in a call.");
    }

    @Test
    void aRoleWithoutSuiteAnalyticsWorkbookIsAWarningThatNamesThePermission() {
        BENCH.netSuite().settings().without(Permission.SUITEANALYTICS_WORKBOOK);
        CheckReport report = BENCH.run(BENCH.settings());
        Finding finding = report.finding(CheckStep.SUITEQL);
        assertThat(report.passed()).isTrue();
        assertThat(finding.level()).isEqualTo(Level.WARN);
        assertThat(finding.seen())
                .isEqualTo(
                        "SuiteQL SELECT 1 AS one FROM dual was answered HTTP 400 USER_ERROR: Your current role does not have "
                                + "permission to perform this action. You need the 'SuiteAnalytics Workbook' permission. Contact your "
                                + "account administrator.");
        assertThat(finding.where()).isEqualTo("Setup > Users/Roles > User Management > Manage Roles");
    }

    @Test
    void aThrottledCallIsAWarning() {
        BENCH.netSuite()
                .faults()
                .onApi()
                .path("/services/rest/system/v1/serverTime")
                .status(
                        429,
                        "{\"o:errorDetails\":[{\"o:errorCode\":\"CONCURRENCY_LIMIT_EXCEEDED\",\"detail\":\"Request blocked.\"}]}");
        CheckReport report = BENCH.run(BENCH.settings());
        assertThat(report.finding(CheckStep.SERVER_TIME))
                .extracting(Finding::level, Finding::seen)
                .containsExactly(
                        Level.WARN,
                        "GET serverTime was answered HTTP 429 CONCURRENCY_LIMIT_EXCEEDED: Request blocked.");
        assertThat(report.finding(CheckStep.SUITEQL).level()).isEqualTo(Level.OK);
    }

    @Test
    void aPageInPlaceOfAnAnswerFailsAndShowsNothingOfThePage() {
        BENCH.netSuite()
                .faults()
                .onApi()
                .path("/services/rest/system/v1/serverTime")
                .html(502);
        CheckReport report = BENCH.run(BENCH.settings());
        assertThat(report.finding(CheckStep.SERVER_TIME))
                .extracting(Finding::level, Finding::seen)
                .containsExactly(Level.FAIL, "GET serverTime was answered HTTP 502 with an HTML page.");
    }

    @Test
    void withoutTheScopeTheCallsAreSkipped() {
        CheckReport report = BENCH.run(settings -> settings.scopes(List.of("restlets")));
        assertThat(report.finding(CheckStep.SERVER_TIME))
                .extracting(Finding::level, Finding::seen)
                .containsExactly(Level.SKIPPED, "The scope rest_webservices is not asked for.");
    }

    @Test
    void hostileTextInAnAnswerDoesNotReachTheTerminal() {
        BENCH.netSuite()
                .faults()
                .onApi()
                .path("/services/rest/query/v1/suiteql")
                .status(
                        400,
                        "{\"o:errorDetails\":[{\"o:errorCode\":\"X\",\"detail\":\"a\\u001b[2J\\nb" + "c".repeat(1000)
                                + "\"}]}");
        String seen = BENCH.run(BENCH.settings()).finding(CheckStep.SUITEQL).seen();
        assertThat(seen).contains("X: a [2J b").hasSizeLessThan(400).matches("[\\x20-\\x7e]+");
    }
}
