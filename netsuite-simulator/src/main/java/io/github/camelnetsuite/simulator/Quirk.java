package io.github.camelnetsuite.simulator;

import static io.github.camelnetsuite.simulator.Evidence.ASSUMED;
import static io.github.camelnetsuite.simulator.Evidence.DOCUMENTED;
import static io.github.camelnetsuite.simulator.Evidence.OBSERVED;

import java.util.List;

/**
 * What NetSuite does that a client may stumble over, and how sure that is. The first mode is the one the simulator
 * starts in; the others are chosen with {@link NetSuiteSimulator.Builder#quirk}. A quirk with one mode has no switch.
 */
public enum Quirk {
    SCOPE_FORM(
            DOCUMENTED,
            "Claim scope is a JSON array, or a string with commas; spaces, unknown, empty or absent scopes are refused",
            "Help: The Request Token Structure, and its sample",
            "array or comma",
            "array only",
            "string only"),
    SCOPE_REFUSED(
            ASSUMED,
            "Answer to a malformed or unknown scope",
            "Error table of the authorization code grant",
            "400 invalid_scope",
            "400 invalid_request"),
    AUDIENCE(
            DOCUMENTED,
            "Claim aud is exactly the token URL of the account, on its suitetalk, restlets or connect host",
            "Help: The Request Token Structure, and its samples",
            "exact",
            "lax"),
    AUDIENCE_REFUSED(
            ASSUMED,
            "Answer to another aud",
            "Not published",
            "400 invalid_request",
            "401 invalid_client",
            "500 server_error"),
    ASSERTION_LIFETIME(
            OBSERVED,
            "exp may be 3600 s after iat, and one more for rounding",
            "Help sample (3600 s apart); a published client script in production",
            "3601 s",
            "under 3600 s"),
    CLOCK_SKEW(ASSUMED, "How far iat may lie in the future", "Not published", "60 s", "0 s"),
    TIMES_REFUSED(
            ASSUMED,
            "Answer to an expired, too long or future assertion",
            "Not published",
            "400 invalid_request",
            "401 invalid_client",
            "500 server_error"),
    NUMERIC_DATES(
            OBSERVED,
            "iat and exp may have fractions; text is refused",
            "Help: Connect sample; a published client script in production",
            "fractions",
            "integers"),
    UNSUPPORTED_ALGORITHM(
            OBSERVED,
            "Answer to RS256, RS384, RS512 and everything but the six algorithms",
            "Report from a test drive account, March 2025 (mixed causes)",
            "500 server_error",
            "400 invalid_request"),
    MISSING_KEY_ID(
            OBSERVED,
            "Answer to an assertion without kid",
            "Report from a test drive account, March 2025 (mixed causes)",
            "500 server_error",
            "400 invalid_request"),
    CLIENT_REFUSED(
            ASSUMED,
            "Answer to an unknown, expired or revoked certificate ID, a bad signature, a wrong iss",
            "Not published; audit trail codes are",
            "401 invalid_client",
            "400 invalid_grant",
            "500 server_error"),
    GRANT_NOT_ALLOWED(
            ASSUMED,
            "Answer when the client credentials box of the integration record is not ticked",
            "Not published",
            "400 unauthorized_client",
            "400 invalid_grant",
            "400 unsupported_grant_type",
            "500 server_error"),
    SCOPE_NOT_TICKED(
            ASSUMED,
            "Answer when a scope asked for is not ticked on the integration record",
            "Not published",
            "400 invalid_scope",
            "401 invalid_client",
            "500 server_error"),
    INTEGRATION_BLOCKED(
            ASSUMED,
            "Answer when the integration record is blocked",
            "Not published",
            "401 invalid_client",
            "400 unauthorized_client",
            "500 server_error"),
    ROLE_DISABLED(
            ASSUMED,
            "Answer when the role is disabled or may not log in with access tokens",
            "Not published",
            "400 invalid_grant",
            "401 invalid_client",
            "500 server_error"),
    EXPIRES_IN(DOCUMENTED, "JSON form of expires_in", "Help samples; text is only recalled", "number", "string"),
    TOKEN_TYPE(DOCUMENTED, "Spelling of token_type", "Help table and sample differ", "bearer", "Bearer"),
    ACCESS_TOKEN_ALGORITHM(
            DOCUMENTED,
            "Algorithm named in the access token, which clients treat as opaque",
            "Help prose and samples differ",
            "PS256",
            "RS256"),
    EXPIRED_ACCESS_TOKEN(
            DOCUMENTED,
            "An expired access token is met by the API with 401 INVALID_LOGIN, as is every other bad one",
            "Help: REST web services error handling",
            "401 INVALID_LOGIN"),
    REPLAYED_ASSERTION(
            ASSUMED, "A jti may come twice", "Not published", "allowed", "400 invalid_request", "401 invalid_client"),
    FORM_RULES(
            ASSUMED,
            "Token request: Basic header, JSON body and repeated parameters are refused, unknown ones ignored",
            "Error table of the authorization code grant",
            "ignore unknown",
            "refuse unknown"),
    CERTIFICATE_ID(
            DOCUMENTED,
            "The certificate ID is the unpadded base64url SHA-256 of the certificate's DER form",
            "Help: rotation endpoint, computed from its sample",
            "SHA-256 thumbprint"),
    CERTIFICATE_VALIDITY(
            DOCUMENTED,
            "A certificate valid longer than two years is shortened to two, not refused",
            "Help: client credentials setup",
            "shortened"),
    CERTIFICATE_REFUSED(
            ASSUMED,
            "A sixth active certificate, a wrong key and a repeated upload are refused with NetSuite's error body",
            "Limits are in the help, answers are not published",
            "400 USER_ERROR",
            "403 INSUFFICIENT_PERMISSION"),
    REVOKED_CERTIFICATE_TOKENS(
            ASSUMED,
            "Whether tokens already issued survive the revocation of their certificate",
            "Not published",
            "live on",
            "die"),
    FILTER_GRAMMAR(
            DOCUMENTED,
            "The filter q of a collection: field, operator, value; AND before OR, brackets, dates as the account writes them",
            "Help: record collection filtering",
            "as documented"),
    FILTER_CASE(ASSUMED, "Whether text in a filter matches in any case", "Not published", "ignored", "kept"),
    FILTER_WRONG_VALUE(
            OBSERVED,
            "A value of the wrong form in a filter, such as an ISO date, is no error: nothing matches",
            "Notes of one project, measured live",
            "no match"),
    SUBLIST_COLLECTION(
            ASSUMED,
            "A sublist read by its own URL gives links only, unless expandSubResources is true",
            "Inferred from help: expanding sub-resources",
            "links only"),
    METADATA_FORM(
            ASSUMED,
            "Metadata comes as links, OpenAPI or JSON schema, as Accept says; another Accept is refused",
            "Help: working with resource metadata; answer not published",
            "406"),
    CREATE_STATUS(
            DOCUMENTED,
            "A created record is answered with an empty 204 and its Location; one help page shows 201 beside replace",
            "Help: creating a record",
            "204",
            "201 with replace"),
    LINES_WITHOUT_KEY(
            ASSUMED,
            "On an existing record, lines without their key are appended by PATCH and PUT",
            "Inferred from help: working with sublists",
            "appended",
            "replacing"),
    UNKNOWN_FIELD(
            ASSUMED,
            "An unknown field is ignored with a warning header, of a name we made up, unless name validation is error",
            "Help: X-NetSuite-PropertyNameValidation; header name not published",
            "ignored with warning"),
    INVALID_VALUE(
            DOCUMENTED,
            "A value that cannot be is an error, unless value validation is warning or ignore; warning header of a name we made up",
            "Help: X-NetSuite-PropertyValueValidation; header name not published",
            "as the header says"),
    VALIDATION_HEADER(
            ASSUMED,
            "A validation header is ignore, warning or error; another value is refused",
            "Answer not published",
            "400 INVALID_HEADER"),
    DROPPED_FIELD(
            OBSERVED,
            "A field the role cannot write is left out of a write that succeeds, without a word",
            "One client's notes from a live account",
            "204"),
    RECORD_CHANGED(
            ASSUMED,
            "A record that was changed between being loaded and being saved is not written",
            "The error is in the help; its status and code over REST are not published",
            "400 USER_ERROR",
            "400 RCRD_HAS_BEEN_CHANGED",
            "409 RCRD_HAS_BEEN_CHANGED"),
    CLOSED_PERIOD(
            ASSUMED,
            "A transaction that posts is refused in a closed accounting period",
            "Business rule in the help; answer not published",
            "400 USER_ERROR"),
    TRANSFORM_LOCATION(
            ASSUMED,
            "The answer to a transform names the new record in its Location",
            "Help shows 204 and no headers",
            "with Location",
            "without Location"),
    TRANSFORM_EXTERNAL_ID(
            ASSUMED, "A transform keeps the external ID its body gives", "Not published", "kept", "dropped"),
    TRANSFORM_UNKNOWN(
            ASSUMED,
            "A transform the simulator does not know is refused; it knows sales orders into fulfilments and invoices",
            "Answer not published",
            "400 INVALID_REQUEST"),
    ATTACHABLE(
            DOCUMENTED,
            "Only contacts and files can be attached",
            "Help: attaching and detaching records; answer not published",
            "400 INVALID_REQUEST"),
    ATTACH_AGAIN(ASSUMED, "Attaching twice and detaching what is not attached succeed", "Not published", "204"),
    ACTION(
            ASSUMED,
            "A record action answers 200 with result true; the simulator knows approve of sales orders and refuses others",
            "Help: executing record actions; result in published clients",
            "result true"),
    EXTERNAL_ID_GROUPS(
            DOCUMENTED,
            "External IDs ignore case and are unique within a group of record types",
            "Help: Using Internal IDs, External IDs",
            "shared by group"),
    DUPLICATE_EXTERNAL_ID(
            OBSERVED,
            "A second record of the same external ID is refused with 400 USER_ERROR",
            "Notes of one project, measured live",
            "400 USER_ERROR"),
    SUBSIDIARY_OF_CUSTOMER(
            ASSUMED,
            "A sales order takes its customer's subsidiary and refuses another",
            "Answer not published",
            "400 USER_ERROR"),
    ERROR_TYPE_URL(
            OBSERVED,
            "The type URL of an error body",
            "Two projects pasted real bodies of 2026; the help shows the older one",
            "rfc9110",
            "rfc2616",
            "alternating"),
    PERMISSION_DENIED(
            OBSERVED,
            "Without permission, lists and SuiteQL are answered 400 USER_ERROR, a record type 403",
            "One client's notes from a live account",
            "lists 400, types 403",
            "lists 403, types 400"),
    HAS_MORE(
            OBSERVED,
            "A SuiteQL answer carries hasMore",
            "Clients rely on it; a sample omits it",
            "included",
            "omitted"),
    OFFSET_PAST_END(
            OBSERVED, "Answer to an offset past the last row", "Issue of 2020", "404 NONEXISTENT_OFFSET", "empty page"),
    OFFSET_MULTIPLE(
            DOCUMENTED,
            "offset must be a multiple of limit",
            "Help: collection paging; code as for other bad parameters",
            "400 INVALID_PARAMETER"),
    ROW_CAP(
            ASSUMED,
            "A SuiteQL query ends at 100,000 rows without saying so; totalResults may be higher",
            "Cap in the help; hasMore on the last page not published",
            "hasMore false",
            "hasMore true"),
    PAGES_WITHOUT_ORDER(
            OBSERVED,
            "Paging without ORDER BY on something unique repeats and loses rows: where two tie, the edge of a page falls either way",
            "Comments in two clients",
            "repeat and lose",
            "repeat and lose after changes",
            "stable"),
    SUITEQL_PARAMS(
            DOCUMENTED,
            "Bound parameters in params",
            "Help of 2026.2; an account before it answered 400",
            "supported",
            "400 INVALID_CONTENT"),
    PREFER_TRANSIENT(
            ASSUMED,
            "SuiteQL without Prefer: transient is refused",
            "Header required by the help, answer not published",
            "400 INVALID_HEADER",
            "accepted"),
    LIMIT_CLAUSE(OBSERVED, "SuiteQL has no LIMIT clause", "Reports of several clients", "refused", "accepted"),
    SUITEQL_ZONE(
            ASSUMED,
            "SuiteQL reads and shows timestamps in the account's time zone, which no literal names",
            "Not published; one client's suspicion",
            "account zone",
            "UTC"),
    DATE_DISPLAY(
            OBSERVED,
            "A date without TO_CHAR comes as the account displays it, without time",
            "Reports of two clients",
            "M/D/YYYY",
            "D/M/YYYY"),
    CONCURRENCY_EXCEEDED(
            DOCUMENTED,
            "Too many requests at once: REST 429 with the code at both levels, RESTlet 400; no Retry-After",
            "Help: concurrency governance",
            "without Retry-After",
            "with Retry-After"),
    CONCURRENCY_BODY(
            DOCUMENTED,
            "Body of the REST 429; the help's sample has another code at the top and lacks a comma, so it is not JSON",
            "Help: concurrency governance, its sample",
            "code at both levels",
            "as in the sample, not JSON"),
    CONCURRENCY_QUEUE(
            OBSERVED,
            "A request over the limit is refused at once; one client saw an overloaded account keep it waiting first",
            "Help: concurrency governance; an issue of one client",
            "refused at once",
            "queued for 60 s"),
    RESTLET_CONTENT_TYPE(
            DOCUMENTED,
            "A RESTlet call's Content-Type is exactly application/json, application/xml or text/plain, in lower case, else 415",
            "Help: RESTlet data formats; whether a charset may follow is not published",
            "exact",
            "parameters allowed"),
    RESTLET_RETURN_FORMAT(
            OBSERVED,
            "A script that returns an object to a call that was not JSON fails with INVALID_RETURN_DATA_FORMAT",
            "Help: RESTlet error codes; message in a forum",
            "400 INVALID_RETURN_DATA_FORMAT"),
    RESTLET_NOT_FOUND(
            DOCUMENTED,
            "Answer when nothing is deployed under the script and deployment IDs: SSS_INVALID_SCRIPTLET_ID",
            "Help: RESTlet error handling; which status goes with the code is not published",
            "404",
            "400"),
    RESTLET_METHOD(
            DOCUMENTED,
            "A method the script has no entry point for is answered 405, with a code we chose",
            "Help: RESTlet error handling",
            "405"),
    RESTLET_TOO_LARGE(
            ASSUMED,
            "More than 10 MB in or out is refused",
            "Limit in the help: RESTlet governance; answer not published",
            "400 INVALID_REQUEST"),
    RESTLET_ERROR_SPACING(
            OBSERVED,
            "RESTlet errors in JSON have blanks before their colons",
            "Bodies pasted from real accounts",
            "odd",
            "compact"),
    RESTLET_ERROR_LANGUAGE(
            OBSERVED,
            "The message of a RESTlet error is in the user's language",
            "A Spanish body pasted from a real account",
            "English",
            "Spanish"),
    RESTLET_HOST(
            DOCUMENTED,
            "A RESTlet called on the suitetalk host is answered 403, with a code we chose",
            "Help: RESTlet error handling",
            "403"),
    COOKIE(
            ASSUMED,
            "A Cookie header beside the bearer token makes NetSuite answer 401",
            "A blog, and an old issue on SOAP",
            "401 INVALID_LOGIN",
            "ignored");

    private final Evidence evidence;
    private final String behaviour;
    private final String source;

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
    private final List<String> modes;

    Quirk(Evidence evidence, String behaviour, String source, String... modes) {
        this.evidence = evidence;
        this.behaviour = behaviour;
        this.source = source;
        this.modes = List.of(modes);
    }

    public Evidence evidence() {
        return evidence;
    }

    /** What is meant, in one sentence. */
    public String behaviour() {
        return behaviour;
    }

    /** Where it was read, or that it was not. */
    public String source() {
        return source;
    }

    /** The mode in force unless another is chosen. */
    public String defaultMode() {
        return modes.get(0);
    }

    /** All modes, the default first. */
    public List<String> modes() {
        return modes;
    }
}
