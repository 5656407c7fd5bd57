package io.github.camelnetsuite.diagnostics;

import io.github.camelnetsuite.credentials.AccountKind;
import io.github.camelnetsuite.token.TokenFault;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The possible causes of a refused token request, most likely first: what was seen here, then what this answer usually means,
 * then what usually is meant but was looked for here and not found.
 */
final class Shortlist {

    /** Answers that name one kind of cause, so that what else is odd here does not explain them. */
    private static final Set<TokenFault> SPECIFIC =
            EnumSet.of(TokenFault.INVALID_SCOPE, TokenFault.UNAUTHORIZED_CLIENT, TokenFault.UNSUPPORTED_GRANT_TYPE);

    private Shortlist() {}

    static List<Candidate> of(TokenFault fault, Knowledge known) {
        var first = new ArrayList<Candidate>();
        if (fault.verdict() != TokenFault.Verdict.PASSING) {
            known.suspicions.stream()
                    .filter(suspicion -> !SPECIFIC.contains(fault) || sharesCode(fault, suspicion))
                    .forEach(first::add);
        }
        List<Candidate> seen = List.copyOf(first);
        var last = new ArrayList<Candidate>();
        for (TokenFault.Cause cause : fault.causes()) {
            if (seenHere(cause, seen)) {
                continue;
            }
            Candidate candidate = Candidate.of(cause.text(), cause.auditTrailCodes());
            boolean unlikely = cause.auditTrailCodes().stream().anyMatch(known.unlikely::contains);
            (unlikely ? last : first).add(candidate);
        }
        if (fault == TokenFault.INVALID_CLIENT || fault == TokenFault.SERVER_ERROR) {
            first.add(Candidate.of(otherAccount(known), List.of("MissingKey")));
        }
        first.addAll(last);
        return first;
    }

    /** Whether what was seen here says the same with more precision. */
    private static boolean seenHere(TokenFault.Cause cause, List<Candidate> seen) {
        return !cause.auditTrailCodes().isEmpty()
                && seen.stream().anyMatch(one -> one.auditTrailCodes().containsAll(cause.auditTrailCodes()));
    }

    private static boolean sharesCode(TokenFault fault, Candidate suspicion) {
        return fault.causes().stream()
                .flatMap(cause -> cause.auditTrailCodes().stream())
                .anyMatch(suspicion.auditTrailCodes()::contains);
    }

    private static String otherAccount(Knowledge known) {
        String account = String.valueOf(known.account);
        return known.account != null && known.account.kind() == AccountKind.SANDBOX
                ? "the certificate was uploaded in production or another sandbox than " + account
                        + "; set-ups are not copied between accounts"
                : "the certificate was uploaded in another account than " + account + ", such as its sandbox";
    }
}
