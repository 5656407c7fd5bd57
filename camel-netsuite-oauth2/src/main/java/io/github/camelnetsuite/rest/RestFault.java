package io.github.camelnetsuite.rest;

import io.github.camelnetsuite.ErrorFacts;
import io.github.camelnetsuite.NetSuiteAccessException;
import io.github.camelnetsuite.NetSuiteConfigurationException;
import io.github.camelnetsuite.NetSuiteDataException;
import io.github.camelnetsuite.NetSuiteException;
import io.github.camelnetsuite.NetSuiteUnavailableException;
import io.github.camelnetsuite.rest.ErrorBody.Shape;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * The answers that are errors: how each is known, what causes it, and what to do about it. The first that fits, from the top, is
 * meant. The table in docs/errors.md is made from this one.
 *
 * @see "NetSuite help: Error Handling and Logging in REST Web Services"
 * @see "NetSuite help: RESTlet Status Codes and Error Message Formats"
 */
enum RestFault {
    LOGIN_STALLED(
            Kind.UNAVAILABLE,
            "401 after 45 s or more",
            "the account is overloaded: NetSuite let the call wait, and refused the token in the end",
            "NetSuite let the call wait before it refused the token, as it does when an account is overloaded. Call it less"
                    + " at once, or try again later; if the same call fails at once, the role, the scope or the integration is"
                    + " refused.",
            seen -> seen.status == 401 && seen.stalled()),
    LOGIN_REFUSED(
            Kind.ACCESS,
            "401 `INVALID_LOGIN`",
            "the role lacks REST Web Services; the scope is not ticked; the integration record is blocked; the role or user is"
                    + " disabled; the feature is off. An expired or revoked token is replaced, and does not show",
            "A new access token was refused as well, or this one is new, so the token is not the reason: the role,"
                    + " the scope or the integration is refused. Look under Setup > Users/Roles > View Login Audit"
                    + " Trail (columns Detail and Token-based Application Name).",
            seen -> seen.status == 401),
    THROTTLED(
            Kind.UNAVAILABLE,
            "429 `CONCURRENCY_LIMIT_EXCEEDED`",
            "more requests at once than the account may make, all programs together",
            "The account's limit of concurrent requests is reached. Try again later, or run fewer calls at a time.",
            seen -> seen.status == 429 || seen.body.hasCode("CONCURRENCY_LIMIT_EXCEEDED")),
    RESTLET_THROTTLED(
            Kind.UNAVAILABLE,
            "RESTlet 400 `SSS_REQUEST_LIMIT_EXCEEDED`",
            "the same, for RESTlets",
            "The account's limit of concurrent requests is reached. Try again later, or run fewer calls at a time.",
            seen -> seen.body.hasCode("SSS_REQUEST_LIMIT_EXCEEDED")
                    || (seen.body.code() == null && seen.body.says("sss_request_limit_exceeded"))),
    REDIRECTED(
            Kind.UNAVAILABLE,
            "3xx",
            "the URL or the account ID belongs to another data centre, or a proxy wants a login first",
            "It points to another address, and an access token is not sent across a redirect. Check"
                    + " suiteTalkUrl and restletsUrl against Setup > Company > Company Information > Company URLs.",
            seen -> seen.status >= 300 && seen.status < 400),
    PROXY_LOGIN(
            Kind.CONFIGURATION,
            "407",
            "the proxy wants a login",
            "The proxy wants a login: set http[proxyAuthUsername] and http[proxyAuthPassword].",
            seen -> seen.status == 407),
    RECORD_CHANGED(
            Kind.UNAVAILABLE,
            "400 `RCRD_HAS_BEEN_CHANGED`, `Record has been changed`",
            "somebody else, or a script, saved the record while NetSuite worked on this call",
            "Somebody saved the record while this call changed it, so nothing was written. Read the record again, see whether"
                    + " the change still makes sense, and send it again.",
            seen -> seen.body.hasCode("RCRD_HAS_BEEN_CHANGED") || seen.body.says("record has been changed")),
    SCRIPT_LIMIT(
            Kind.DATA,
            "RESTlet 400 `SSS_TIME_LIMIT_EXCEEDED`, `SSS_USAGE_LIMIT_EXCEEDED`",
            "the script took more than 300 s or 5,000 units",
            "The script has used up its time or units. Give it less to do in one call.",
            seen -> seen.body.hasCode("SSS_TIME_LIMIT_EXCEEDED", "SSS_USAGE_LIMIT_EXCEEDED")),
    SCRIPT_UNKNOWN(
            Kind.DATA,
            "RESTlet 400 or 404 `SSS_INVALID_SCRIPTLET_ID`",
            "no such script or deployment, or it is not released, or not deployed to this role",
            "Check script and deployment (customscript_…, customdeploy_…), that the deployment is released, and that its"
                    + " audience includes the role.",
            seen -> seen.body.hasCode("SSS_INVALID_SCRIPTLET_ID")
                    || (seen.status == 404
                            && seen.body.shape() == Shape.RESTLET
                            && !seen.body.hasCode("RCRD_DSNT_EXIST"))),
    RESTLET_LOGIN(
            Kind.ACCESS,
            "RESTlet 400 `INVALID_LOGIN_ATTEMPT`, `INVALID_LOGIN_CREDENTIALS`, `TWO_FA_REQD`; any 403 of a RESTlet",
            "the role may not call RESTlets, as a Web Services Only Role may not, or needs two-factor authentication",
            "The role may not call this RESTlet: see that the audience of its deployment has the role, that this is not a"
                    + " Web Services Only Role, needs no two-factor authentication, and that the scope restlets is ticked. The"
                    + " Login Audit Trail says more.",
            seen -> seen.body.hasCode(
                            "INVALID_LOGIN_ATTEMPT", "INVALID_LOGIN_CREDENTIALS", "INVALID_LOGIN", "TWO_FA_REQD")
                    || (seen.status == 403 && seen.body.shape() == Shape.RESTLET)),
    SERVER_ERROR(
            Kind.UNAVAILABLE,
            "500 `UNEXPECTED_ERROR` with `Error ID:`",
            "NetSuite has a fault, or a script on the record has",
            "NetSuite has a fault, or a script or workflow on the record has. Try again later; if it stays, give the error ID"
                    + " to NetSuite's support. Whether a write took place is unknown, so look before repeating it.",
            seen -> seen.status >= 500 && seen.body.hasCode("UNEXPECTED_ERROR")),
    NOT_SERVED(
            Kind.UNAVAILABLE,
            "other 5xx, 408; also a page of a proxy",
            "NetSuite is maintained or overloaded, or a proxy cannot reach it",
            "NetSuite could not serve the call now. Try again later; whether a write took place is unknown, so look"
                    + " before repeating it.",
            seen -> seen.status >= 500 || seen.status == 408),
    NOT_NETSUITE(
            Kind.UNAVAILABLE,
            "4xx with an HTML page",
            "a proxy, a gateway or a wrong URL answered instead of NetSuite",
            "This is no answer of NetSuite's web services. Check suiteTalkUrl and restletsUrl, and what the proxy between"
                    + " allows.",
            seen -> seen.body.shape() == Shape.PAGE),
    PERMISSION(
            Kind.ACCESS,
            "400 `USER_ERROR` `…does not have permission…`, 403 `INSUFFICIENT_PERMISSION`",
            "the role lacks the permission for the record type; for SuiteQL, collections and `q=` it lacks SuiteAnalytics"
                    + " Workbook",
            "Give the role of the OAuth 2.0 client credentials mapping the permission for this record type;"
                    + " queries and collections also need SuiteAnalytics Workbook.",
            seen -> seen.status == 403
                    || seen.body.hasCode("INSUFFICIENT_PERMISSION")
                    || seen.body.says("does not have permission")
                    || seen.body.says("do not have permission")),
    DUPLICATE(
            Kind.DATA,
            "400 `USER_ERROR` `This entity already exists.`",
            "a record with this external ID exists, perhaps of a related type: external IDs are shared by groups of types and"
                    + " ignore case",
            "A record with this external ID, name or number exists, perhaps of a related type: external IDs are shared by"
                    + " groups of record types and ignore case. To change it, use upsert with the external ID.",
            seen -> seen.body.says("already exists")
                    || (seen.body.code() != null && seen.body.code().startsWith("DUP_"))),
    CLOSED_PERIOD(
            Kind.DATA,
            "400 `USER_ERROR` `…accounting period…`, `…period is closed…`, `…period is locked…`",
            "the date of the transaction lies in a period that is closed or locked",
            "The date lies in an accounting period that is closed or locked. Use a date in an open period, or have the period"
                    + " opened under Setup > Accounting > Manage Accounting Periods.",
            seen -> seen.body.hasCode("TRAN_PRD_CLOSED", "PERIOD_CLOSED", "PERIOD_LOCKED")
                    || seen.body.says("accounting period")
                    || seen.body.says("period is closed")
                    || seen.body.says("closed period")
                    || seen.body.says("period is locked")),
    CONTENT(
            Kind.DATA,
            "400 `INVALID_CONTENT`",
            "a field of the body; `o:errorPath` names it",
            "Correct the field it names in the body.",
            seen -> seen.body.hasCode("INVALID_CONTENT")),
    PARAMETER(
            Kind.DATA,
            "400 `INVALID_PARAMETER`",
            "the query or a parameter; SuiteQL has no `LIMIT`, and `offset` must be a multiple of `limit`",
            "Correct the query or the parameter it names.",
            seen -> seen.body.hasCode("INVALID_PARAMETER")),
    REQUEST(
            Kind.DATA,
            "400 `INVALID_REQUEST`, `INVALID_HEADER`",
            "the URL or a header",
            "Correct the resource, the parameters or the header it names.",
            seen -> seen.body.hasCode("INVALID_REQUEST", "INVALID_HEADER")),
    IDEMPOTENCY(
            Kind.DATA,
            "400 `IDEMPOTENCY_ERROR`",
            "a job with this idempotency key exists, and the answer does not say where",
            "A job with this idempotency key was accepted before, so this one was not. Use a new key for a new job.",
            seen -> seen.body.hasCode("IDEMPOTENCY_ERROR")),
    NO_SUCH_PAGE(
            Kind.DATA,
            "404 `NONEXISTENT_OFFSET`",
            "a page past the last one",
            "There is no such page: read on only while the answer says hasMore.",
            seen -> seen.body.hasCode("NONEXISTENT_OFFSET")),
    NO_SUCH_RECORD(
            Kind.DATA,
            "404 `NONEXISTENT_ID`, RESTlet `RCRD_DSNT_EXIST`",
            "there is no such record, or the role cannot see it",
            "Check the record type and the ID; an external ID is written eid:ID.",
            seen -> seen.status == 404 || seen.body.hasCode("NONEXISTENT_ID", "RCRD_DSNT_EXIST")),
    METHOD(
            Kind.DATA,
            "405",
            "the record type, sublist or script does not take this operation",
            "The resource does not take this operation. Look the record type up in the REST API Browser; a RESTlet needs a"
                    + " function for the method.",
            seen -> seen.status == 405),
    TOO_LARGE(
            Kind.DATA,
            "413",
            "more than 104 MB to REST web services, or 10 MB to a RESTlet",
            "The body is larger than NetSuite takes: 104 MB for REST web services, 10 MB for a RESTlet. Send less at a time.",
            seen -> seen.status == 413),
    MEDIA_TYPE(
            Kind.DATA,
            "415",
            "the Content-Type; RESTlets take `application/json`, `application/xml` and `text/plain`, spelt exactly so",
            "The Content-Type is not one the service takes.",
            seen -> seen.status == 415),
    RETURN_FORMAT(
            Kind.DATA,
            "RESTlet 400 `INVALID_RETURN_DATA_FORMAT`",
            "the script returned an object where text is wanted, or the other way round",
            "The script ran, but returned something that does not fit the content type of the call: see the option contentType.",
            seen -> seen.body.hasCode("INVALID_RETURN_DATA_FORMAT")),
    SCRIPT_ERROR(
            Kind.DATA,
            "RESTlet 400, any other code",
            "the script threw an error, or refused the request",
            "The script ended with this error. What it had written by then may stay: look at the script and its execution log.",
            seen -> seen.body.shape() == Shape.RESTLET),
    RULE(
            Kind.DATA,
            "400 `USER_ERROR`, anything else",
            "a business rule of NetSuite, or of a script or workflow on the record; the detail is in the user's language",
            "NetSuite, or a script or workflow on the record, refuses this. Correct the data; repeating it as it is will not help.",
            seen -> seen.body.hasCode("USER_ERROR")),
    OTHER(
            Kind.DATA,
            "any other 4xx",
            "the detail says it",
            "Correct the request; repeating it as it is will not help.",
            seen -> true);

    /** What the reader can do, which is the type of the exception. */
    enum Kind {
        CONFIGURATION {
            @Override
            NetSuiteException error(String message, ErrorFacts facts) {
                return new NetSuiteConfigurationException(message, facts);
            }
        },
        ACCESS {
            @Override
            NetSuiteException error(String message, ErrorFacts facts) {
                return new NetSuiteAccessException(message, facts);
            }
        },
        DATA {
            @Override
            NetSuiteException error(String message, ErrorFacts facts) {
                return new NetSuiteDataException(message, facts);
            }
        },
        UNAVAILABLE {
            @Override
            NetSuiteException error(String message, ErrorFacts facts) {
                return new NetSuiteUnavailableException(message, facts);
            }
        };

        abstract NetSuiteException error(String message, ErrorFacts facts);
    }

    private record Seen(int status, ErrorBody body, Duration took) {

        /** Calls were seen to wait a minute in an overloaded account before they got a 401. */
        private static final Duration STALL = Duration.ofSeconds(45);

        boolean stalled() {
            return took.compareTo(STALL) >= 0;
        }
    }

    private final Kind kind;
    private final String answer;
    private final String cause;
    private final String advice;
    // Each is a lambda without state.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Predicate<Seen> fits;

    RestFault(Kind kind, String answer, String cause, String advice, Predicate<Seen> fits) {
        this.kind = kind;
        this.answer = answer;
        this.cause = cause;
        this.advice = advice;
        this.fits = fits;
    }

    /**
     * What an answer that is not a 2xx means.
     *
     * @param took from sending to the answer
     */
    static RestFault of(int status, ErrorBody body, Duration took) {
        Seen seen = new Seen(status, body, took);
        for (RestFault fault : values()) {
            if (fault.fits.test(seen)) {
                return fault;
            }
        }
        return OTHER;
    }

    /** Whether NetSuite refused the call because there were too many at once; it did nothing then. */
    boolean throttle() {
        return this == THROTTLED || this == RESTLET_THROTTLED;
    }

    /** Whether nobody knows what the call did. */
    boolean lost() {
        return this == SERVER_ERROR || this == NOT_SERVED;
    }

    Kind kind() {
        return kind;
    }

    /** The answer, for the table. */
    String answer() {
        return answer;
    }

    /** What causes it, for the table. */
    String cause() {
        return cause;
    }

    /** What to do, for the message and the table. */
    String advice() {
        return advice;
    }
}
