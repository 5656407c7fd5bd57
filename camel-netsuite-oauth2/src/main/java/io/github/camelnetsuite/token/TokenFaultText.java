package io.github.camelnetsuite.token;

import io.github.camelnetsuite.credentials.SigningKey;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The message for an answer without a token: what was seen, the likely causes in order, the next step. */
final class TokenFaultText {

    private TokenFaultText() {}

    static String of(TokenAnswer.Failed failed, SigningKey key) {
        TokenFault fault = failed.fault();
        StringBuilder text = new StringBuilder(failed.seen());
        if (fault.aboutCredentials()) {
            text.append(" The client assertion was signed with ")
                    .append(key.algorithm())
                    .append(" for certificate ID ")
                    .append(key.certificateId())
                    .append('.');
        }
        if (!fault.causes().isEmpty()) {
            text.append(causes(fault.causes()));
        }
        if (fault.aboutCredentials()) {
            text.append(
                            " Next step: run netsuite check, and look in NetSuite under Setup > Users/Roles > User Management > View Login Audit Trail; ")
                    .append("the Detail column shows the code in brackets.");
            if (fault == TokenFault.SERVER_ERROR) {
                text.append(" Such an answer may leave no row there.");
            }
        } else if (fault != TokenFault.NO_ANSWER) {
            text.append(" The request is made again; when this stays, look at what answers at that host.");
        }
        return text.toString();
    }

    private static String causes(List<TokenFault.Cause> causes) {
        if (causes.size() == 1) {
            return " Likely cause: " + cause(causes.get(0)) + ".";
        }
        return IntStream.range(0, causes.size())
                .mapToObj(i -> "(" + (i + 1) + ") " + cause(causes.get(i)))
                .collect(Collectors.joining("; ", " Likely causes, in this order: ", "."));
    }

    private static String cause(TokenFault.Cause cause) {
        return cause.auditTrailCodes().isEmpty()
                ? cause.text()
                : cause.text() + " [" + String.join(", ", cause.auditTrailCodes()) + "]";
    }
}
