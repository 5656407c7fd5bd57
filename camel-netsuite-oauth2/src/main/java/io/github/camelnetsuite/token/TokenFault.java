package io.github.camelnetsuite.token;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The one table that says what an answer without a token means: whether the credentials are wrong, so that asking again is
 * pointless until somebody changes something, or whether it passes. NetSuite publishes no error table for this grant; the
 * causes are those of the code grant and of the Login Audit Trail, most likely first.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.2">RFC 6749, section 5.2</a>
 * @see "NetSuite help: Using the Login Audit Trail"
 */
public enum TokenFault {
    INVALID_CLIENT(
            "4xx",
            "invalid_client",
            Verdict.PERMANENT,
            Remedy.LOOK_IN_NETSUITE,
            cause(
                    "the certificate ID is mistyped, or its certificate was revoked, has expired or was wiped by a sandbox "
                            + "refresh",
                    "MissingKey",
                    "MissingKeyId"),
            cause("the private key is not the one of that certificate", "SignatureValidation", "InvalidSignature"),
            cause(
                    "the consumer key is not the integration record's Client ID (an Application ID is a common mix-up)",
                    "UnknownIntegration",
                    "InvalidIssuer",
                    "ClientIdMismatch"),
            cause("the integration record is blocked or not enabled", "IntegrationBlocked", "InvalidIntegration")),
    INVALID_GRANT(
            "4xx",
            "invalid_grant",
            Verdict.PERMANENT,
            Remedy.LOOK_IN_NETSUITE,
            cause(
                    "the entity or the role of the M2M mapping is inactive, or the role was taken from the entity",
                    "EntityOrRoleDisabled"),
            cause(
                    "the role lacks the permission Log in using OAuth 2.0 Access Tokens",
                    "EntityOrRoleDisabled",
                    "FeatureDisabled"),
            cause(
                    "the clock of this machine is wrong, so the assertion looks expired or issued in the future",
                    "TokenNotAcceptable",
                    "TokenExpired",
                    "TokenValidityTooBroad")),
    UNAUTHORIZED_CLIENT(
            "4xx",
            "unauthorized_client",
            Verdict.PERMANENT,
            Remedy.LOOK_IN_NETSUITE,
            cause(
                    "Client Credentials (Machine to Machine) Grant is not ticked on the integration record",
                    "InvalidGrantType",
                    "AuthorizationCodeGrantRequired"),
            cause("the integration record is blocked or not enabled", "IntegrationBlocked", "InvalidIntegration"),
            cause("the feature OAuth 2.0 is off in this account", "FeatureDisabled")),
    INVALID_SCOPE(
            "4xx",
            "invalid_scope",
            Verdict.PERMANENT,
            Remedy.LOOK_IN_NETSUITE,
            cause("a scope asked for is not ticked on the integration record", "ScopeMismatched"),
            cause("the name of a scope is mistyped in scopes", "InvalidScope")),
    INVALID_REQUEST(
            "4xx",
            "invalid_request",
            Verdict.PERMANENT,
            Remedy.FIX_CONFIGURATION,
            cause("the clock of this machine is wrong", "TokenNotAcceptable", "TokenExpired", "TokenValidityTooBroad"),
            cause("the certificate ID or the consumer key is malformed", "MissingKeyId", "InvalidIssuer"),
            cause("a claim of the option claims is not accepted, or a proxy changed the request")),
    UNSUPPORTED_GRANT_TYPE(
            "4xx",
            "unsupported_grant_type",
            Verdict.PERMANENT,
            Remedy.LOOK_IN_NETSUITE,
            cause(
                    "Client Credentials (Machine to Machine) Grant is not ticked on the integration record",
                    "InvalidGrantType"),
            cause("the feature OAuth 2.0 is off in this account", "FeatureDisabled")),
    OTHER_REFUSAL(
            "4xx",
            "any other, or a 401 without one",
            Verdict.PERMANENT,
            Remedy.LOOK_IN_NETSUITE,
            cause("one of the credentials is refused; the Login Audit Trail says which", "ClientAuthenticationFailed")),
    SERVER_ERROR(
            "500",
            "server_error",
            Verdict.PASSING_THREE_TIMES,
            Remedy.LOOK_IN_NETSUITE,
            cause("NetSuite has a passing fault"),
            cause("the certificate ID is unknown to this account, or was never uploaded", "MissingKey", "MissingKeyId"),
            cause("an Application ID was set as consumer key", "UnknownIntegration", "InvalidIssuer"),
            cause("the signature algorithm is not accepted", "UnsupportedAlgo")),
    THROTTLED("429", "any", Verdict.PASSING, Remedy.WAIT, cause("too many requests reach the account at once")),
    SERVER_FAULT(
            "other 5xx",
            "any",
            Verdict.PASSING,
            Remedy.WAIT,
            cause("NetSuite, or a proxy before it, has a passing fault")),
    REDIRECTED(
            "3xx",
            "any",
            Verdict.PASSING,
            Remedy.WAIT,
            cause("the account ID or suiteTalkUrl belongs to another data centre, or a proxy wants a login first")),
    NOT_NETSUITE(
            "other 4xx",
            "none",
            Verdict.PASSING,
            Remedy.WAIT,
            cause("a proxy or gateway answered instead of NetSuite"),
            cause("suiteTalkUrl is not the account's SuiteTalk URL")),
    UNREADABLE(
            "2xx",
            "none",
            Verdict.PASSING,
            Remedy.WAIT,
            cause("a proxy, gateway or maintenance page answered instead of NetSuite")),
    NO_ANSWER("none", "none", Verdict.PASSING, Remedy.WAIT);

    /** Whether asking again can help. */
    public enum Verdict {
        /** The credentials are refused: asking stops, with a growing pause, until something changes. */
        PERMANENT,
        /** It may work in a moment. */
        PASSING,
        /** Passing the first three times in a row; from the fourth on permanent. */
        PASSING_THREE_TIMES
    }

    /** Who can do something about it, which decides the type of the exception. */
    enum Remedy {
        LOOK_IN_NETSUITE,
        FIX_CONFIGURATION,
        WAIT
    }

    /**
     * A possible cause, and the codes the Login Audit Trail shows in its Detail column when it is the true one.
     *
     * @param text half a sentence
     * @param auditTrailCodes may be empty: some faults leave no row
     */
    public record Cause(String text, List<String> auditTrailCodes) {}

    private final String status;
    private final String error;
    private final Verdict verdict;
    private final Remedy remedy;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of, of values made by List.of
    private final List<Cause> causes;

    TokenFault(String status, String error, Verdict verdict, Remedy remedy, Cause... causes) {
        this.status = status;
        this.error = error;
        this.verdict = verdict;
        this.remedy = remedy;
        this.causes = List.of(causes);
    }

    private static Cause cause(String text, String... auditTrailCodes) {
        return new Cause(text, List.of(auditTrailCodes));
    }

    /**
     * The row for an answer without a token.
     *
     * @param status HTTP status
     * @param error the OAuth error in its body, or null
     */
    public static TokenFault of(int status, @Nullable String error) {
        if (status == 429) {
            return THROTTLED;
        }
        if (status >= 500) {
            return status == 500 && "server_error".equals(error) ? SERVER_ERROR : SERVER_FAULT;
        }
        if (status >= 400) {
            if (error == null) {
                return status == 401 ? OTHER_REFUSAL : NOT_NETSUITE;
            }
            return named(error);
        }
        return status >= 300 ? REDIRECTED : UNREADABLE;
    }

    private static TokenFault named(String error) {
        return switch (error.toLowerCase(Locale.ROOT)) {
            case "invalid_client" -> INVALID_CLIENT;
            case "invalid_grant" -> INVALID_GRANT;
            case "unauthorized_client" -> UNAUTHORIZED_CLIENT;
            case "invalid_scope" -> INVALID_SCOPE;
            case "invalid_request" -> INVALID_REQUEST;
            case "unsupported_grant_type" -> UNSUPPORTED_GRANT_TYPE;
            default -> OTHER_REFUSAL;
        };
    }

    /** The HTTP status of this row, such as {@code 4xx}. */
    public String status() {
        return status;
    }

    /** The OAuth error of this row. */
    public String error() {
        return error;
    }

    public Verdict verdict() {
        return verdict;
    }

    /** Possible causes, most likely first. */
    public List<Cause> causes() {
        return causes;
    }

    Remedy remedy() {
        return remedy;
    }

    /** Whether the answer may be about the key, so that another key, or a corrected clock, may be answered otherwise. */
    boolean aboutCredentials() {
        return verdict != Verdict.PASSING;
    }
}
