package io.github.camelnetsuite.camel;

import static io.github.camelnetsuite.camel.NetSuiteOperation.ACTION;
import static io.github.camelnetsuite.camel.NetSuiteOperation.ASSERTION;
import static io.github.camelnetsuite.camel.NetSuiteOperation.ATTACH;
import static io.github.camelnetsuite.camel.NetSuiteOperation.CREATE;
import static io.github.camelnetsuite.camel.NetSuiteOperation.DELETE;
import static io.github.camelnetsuite.camel.NetSuiteOperation.DETACH;
import static io.github.camelnetsuite.camel.NetSuiteOperation.GET;
import static io.github.camelnetsuite.camel.NetSuiteOperation.INFO;
import static io.github.camelnetsuite.camel.NetSuiteOperation.LIST;
import static io.github.camelnetsuite.camel.NetSuiteOperation.RESTLET;
import static io.github.camelnetsuite.camel.NetSuiteOperation.SUITEQL;
import static io.github.camelnetsuite.camel.NetSuiteOperation.TOKEN;
import static io.github.camelnetsuite.camel.NetSuiteOperation.TRANSFORM;
import static io.github.camelnetsuite.camel.NetSuiteOperation.UPDATE;
import static io.github.camelnetsuite.camel.NetSuiteOperation.UPSERT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelnetsuite.rest.ScriptedHosts.Answer;
import io.github.camelnetsuite.rest.ScriptedHosts.Asked;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The table of operations: what each sends to NetSuite, to the letter. */
final class RequestRows {

    private static final Answer DONE = Answer.of(204, "application/json", "");
    private static final Answer OBJECT = Answer.json("{\"id\": \"1\"}");

    private static final Map<String, String> READ =
            Map.of("Authorization", "Bearer the-token", "Accept", "application/json");
    private static final Map<String, String> SEND = with(READ, "Content-Type", "application/json; charset=UTF-8");
    private static final Map<String, String> WRITE = with(SEND, "X-NetSuite-PropertyNameValidation", "error");
    private static final Map<String, String> SCRIPT = Map.of("Authorization", "Bearer the-token", "Accept", "*/*");

    private static final String RECORDS = "/services/rest/record/v1/";
    private static final String RESTLETS = "/app/site/hosting/restlet.nl?script=customscript_s&deploy=customdeploy_d";

    private RequestRows() {}

    /** A request as it must be. */
    record Wanted(String method, String target, Map<String, String> headers, String body) {

        /** The same request, as it was, with those headers that matter. */
        static Wanted of(Asked asked, Map<String, String> headers) {
            Map<String, String> seen = new TreeMap<>();
            headers.keySet().forEach(name -> seen.put(name, String.valueOf(asked.header(name))));
            String target = asked.path() + (asked.query() == null ? "" : "?" + asked.query());
            return new Wanted(asked.method(), target, seen, asked.body());
        }
    }

    /** One use of an operation, and the requests it leads to. */
    record Row(
            NetSuiteOperation operation,
            String uri,
            @Nullable Object body,
            List<Answer> answers,
            List<Wanted> requests) {

        void check(List<Asked> asked) {
            assertThat(asked).hasSameSizeAs(requests);
            for (int i = 0; i < requests.size(); i++) {
                assertThat(Wanted.of(asked.get(i), requests.get(i).headers)).isEqualTo(requests.get(i));
            }
        }

        @Override
        public String toString() {
            return uri;
        }
    }

    static List<Row> all() {
        return List.of(
                row(
                        GET,
                        "get:customer/eid:SHOP-7?fields=companyName,email",
                        null,
                        OBJECT,
                        new Wanted("GET", RECORDS + "customer/eid:SHOP-7?fields=companyName%2Cemail", READ, "")),
                row(
                        GET,
                        "get:salesOrder/7/item/1?expandSubResources=true",
                        null,
                        OBJECT,
                        new Wanted("GET", RECORDS + "salesOrder/7/item/1?expandSubResources=true", READ, "")),
                new Row(
                        LIST,
                        "list:customer?pageSize=1&q=RAW(email IS \"a&b\")",
                        null,
                        List.of(
                                Answer.json("{\"items\": [{\"id\": \"1\"}], \"hasMore\": true}"),
                                Answer.json("{\"items\": [{\"id\": \"2\"}], \"hasMore\": false}")),
                        List.of(
                                new Wanted(
                                        "GET",
                                        RECORDS + "customer?q=email%20IS%20%22a%26b%22&limit=1&offset=0",
                                        READ,
                                        ""),
                                new Wanted(
                                        "GET",
                                        RECORDS + "customer?q=email%20IS%20%22a%26b%22&limit=1&offset=1",
                                        READ,
                                        ""))),
                row(
                        CREATE,
                        "create:customer?externalId=SHOP-7",
                        "{\"companyName\": \"Acme\"}",
                        OBJECT,
                        new Wanted(
                                "POST",
                                RECORDS + "customer",
                                WRITE,
                                "{\"companyName\":\"Acme\",\"externalId\":\"SHOP-7\"}")),
                row(
                        UPDATE,
                        "update:customer/42?propertyNameValidation=warning",
                        "{\"email\": null}",
                        DONE,
                        new Wanted(
                                "PATCH",
                                RECORDS + "customer/42",
                                with(SEND, "X-NetSuite-PropertyNameValidation", "warning"),
                                "{\"email\":null}")),
                row(
                        UPSERT,
                        "upsert:salesOrder/eid:WEB-1?replace=item",
                        "{\"item\": {\"items\": []}}",
                        DONE,
                        new Wanted(
                                "PUT",
                                RECORDS + "salesOrder/eid:WEB-1?replace=item",
                                WRITE,
                                "{\"item\":{\"items\":[]}}")),
                row(DELETE, "delete:customer/42", null, DONE, new Wanted("DELETE", RECORDS + "customer/42", READ, "")),
                row(
                        TRANSFORM,
                        "transform:salesOrder/7/itemFulfillment?externalId=F-7",
                        null,
                        DONE,
                        new Wanted(
                                "POST",
                                RECORDS + "salesOrder/7/!transform/itemFulfillment",
                                WRITE,
                                "{\"externalId\":\"F-7\"}")),
                row(
                        ATTACH,
                        "attach:customer/42/contact/7",
                        "{\"role\": {\"id\": \"-10\"}}",
                        DONE,
                        new Wanted(
                                "POST",
                                RECORDS + "customer/42/!attach/contact/7",
                                SEND,
                                "{\"role\":{\"id\":\"-10\"}}")),
                row(
                        DETACH,
                        "detach:customer/42/contact/7",
                        null,
                        DONE,
                        new Wanted("POST", RECORDS + "customer/42/!detach/contact/7", READ, "")),
                row(
                        ACTION,
                        "action:salesOrder/7/approve",
                        null,
                        OBJECT,
                        new Wanted("POST", RECORDS + "salesOrder/7/@approve", READ, "")),
                new Row(
                        SUITEQL,
                        "suiteql?pageSize=1&query=RAW(SELECT name FROM shop)",
                        null,
                        List.of(
                                Answer.json("{\"items\": [{\"name\": \"a\"}], \"hasMore\": true}"),
                                Answer.json("{\"items\": [{\"name\": \"b\"}], \"hasMore\": false}")),
                        List.of(
                                new Wanted(
                                        "POST",
                                        "/services/rest/query/v1/suiteql?limit=1&offset=0",
                                        with(SEND, "Prefer", "transient"),
                                        "{\"q\":\"SELECT name FROM shop\"}"),
                                new Wanted(
                                        "POST",
                                        "/services/rest/query/v1/suiteql?limit=1&offset=1",
                                        with(SEND, "Prefer", "transient"),
                                        "{\"q\":\"SELECT name FROM shop\"}"))),
                row(
                        RESTLET,
                        "restlet:customscript_s/customdeploy_d?parameters.sku=A",
                        null,
                        OBJECT,
                        new Wanted("GET", RESTLETS + "&sku=A", with(SCRIPT, "Content-Type", "application/json"), "")),
                row(
                        RESTLET,
                        "restlet:customscript_s/customdeploy_d",
                        "[1]",
                        OBJECT,
                        new Wanted("POST", RESTLETS, with(SCRIPT, "Content-Type", "application/json"), "[1]")),
                row(
                        RESTLET,
                        "restlet:customscript_s/customdeploy_d?method=PUT&contentType=text/plain",
                        "a;b",
                        OBJECT,
                        new Wanted("PUT", RESTLETS, with(SCRIPT, "Content-Type", "text/plain"), "a;b")),
                row(
                        RESTLET,
                        "restlet:customscript_s/customdeploy_d?method=DELETE",
                        null,
                        OBJECT,
                        new Wanted("DELETE", RESTLETS, with(SCRIPT, "Content-Type", "application/json"), "")),
                row(
                        INFO,
                        "info:limits",
                        null,
                        OBJECT,
                        new Wanted("GET", "/services/rest/system/v1/governanceLimits", READ, "")),
                row(
                        INFO,
                        "info:serverTime",
                        null,
                        OBJECT,
                        new Wanted("GET", "/services/rest/system/v1/serverTime", READ, "")),
                row(INFO, "info:metadata", null, OBJECT, new Wanted("GET", RECORDS + "metadata-catalog", READ, "")),
                row(
                        INFO,
                        "info:metadata/customer",
                        null,
                        OBJECT,
                        new Wanted(
                                "GET",
                                RECORDS + "metadata-catalog/customer",
                                with(READ, "Accept", "application/schema+json"),
                                "")),
                new Row(TOKEN, "token", null, List.of(), List.of()),
                new Row(ASSERTION, "assertion", null, List.of(), List.of()));
    }

    private static Row row(
            NetSuiteOperation operation, String uri, @Nullable Object body, Answer answer, Wanted request) {
        return new Row(operation, uri, body, List.of(answer), List.of(request));
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return more;
    }
}
