package io.github.camelnetsuite.diagnostics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A possible cause of a refusal that NetSuite does not explain.
 *
 * @param cause half a sentence
 * @param auditTrailCodes what the Detail column of the Login Audit Trail shows when this is the true cause; may be empty
 * @param where the page in NetSuite to look at; null when the cause is not there
 */
public record Candidate(
        String cause,
        List<String> auditTrailCodes,
        @Nullable String where) {

    public Candidate {
        auditTrailCodes = List.copyOf(auditTrailCodes);
    }

    static Candidate of(String cause, List<String> auditTrailCodes) {
        return new Candidate(cause, auditTrailCodes, NetSuitePlace.of(auditTrailCodes));
    }
}
