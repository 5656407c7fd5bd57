package io.github.camelnetsuite.diagnostics;

import java.net.URI;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.StringEntity;

/** The calls a check makes: each reads nothing of the account's data. */
enum HarmlessCall {
    /**
     * Needs no permission on any data.
     *
     * @see "NetSuite help: REST Web Services System Endpoints"
     */
    SERVER_TIME(CheckStep.SERVER_TIME, "GET serverTime", "The token is accepted.") {
        @Override
        HttpUriRequestBase path(URI origin) {
            return new HttpGet(origin.resolve("/services/rest/system/v1/serverTime"));
        }

        @Override
        Finding refused(String seen) {
            return Finding.of(step(), Level.WARN, seen)
                    .means("The token was accepted, but this call is not open to the role.")
                    .act("Give the role the permission REST Web Services.")
                    .at(NetSuitePlace.ROLES);
        }
    },
    /**
     * Lists the names of record types.
     *
     * @see "NetSuite help: Working with Resource Metadata"
     */
    RECORDS(CheckStep.REST_RECORDS, "GET metadata-catalog", "The role may use REST web services.") {
        @Override
        HttpUriRequestBase path(URI origin) {
            return new HttpGet(origin.resolve("/services/rest/record/v1/metadata-catalog"));
        }

        @Override
        Finding refused(String seen) {
            return Finding.of(step(), Level.FAIL, seen)
                    .means("The login is right, but the role may not use REST web services.")
                    .act("Give the role the permission REST Web Services (tab Permissions, subtab Setup).")
                    .at(NetSuitePlace.ROLES);
        }
    },
    /**
     * A query without a table.
     *
     * @see "NetSuite help: Executing SuiteQL Queries Through REST Web Services"
     */
    QUERY(CheckStep.SUITEQL, "SuiteQL SELECT 1 AS one FROM dual", "The role may query.") {
        @Override
        HttpUriRequestBase path(URI origin) {
            HttpPost post = new HttpPost(origin.resolve("/services/rest/query/v1/suiteql?limit=1"));
            post.setHeader("Prefer", "transient");
            post.setEntity(new StringEntity("{\"q\":\"SELECT 1 AS one FROM dual\"}", ContentType.APPLICATION_JSON));
            return post;
        }

        @Override
        Finding refused(String seen) {
            return Finding.of(step(), Level.WARN, seen)
                    .means(
                            "Reading and writing by ID works; SuiteQL, collections and q= probably do not: they need the permission "
                                    + "SuiteAnalytics Workbook.")
                    .act(
                            "If flows query or list, give the role SuiteAnalytics Workbook (tab Permissions, subtab Reports).")
                    .at(NetSuitePlace.ROLES);
        }
    };

    private final CheckStep step;
    private final String title;
    private final String proves;

    HarmlessCall(CheckStep step, String title, String proves) {
        this.step = step;
        this.title = title;
        this.proves = proves;
    }

    abstract HttpUriRequestBase path(URI origin);

    /** The finding for an answer that says the role may not. */
    abstract Finding refused(String seen);

    HttpUriRequestBase request(URI origin) {
        HttpUriRequestBase request = path(origin);
        request.setHeader(HttpHeaders.ACCEPT, "application/json");
        return request;
    }

    CheckStep step() {
        return step;
    }

    String proves() {
        return proves;
    }

    @Override
    public String toString() {
        return title;
    }
}
