package io.github.camelnetsuite.simulator;

import java.time.Instant;
import java.util.Optional;

/**
 * One row of the login audit trail: what the wire did not tell.
 *
 * @param detail NetSuite's detail code, such as {@code SignatureValidation}; empty after a success
 * @param explanation the true cause in words; never a token or an assertion
 * @param certificateId the certificate ID claimed, if any was
 */
public record LoginAttempt(
        Instant time, Outcome outcome, String detail, String explanation, Optional<String> certificateId) {

    /** How it ended. */
    public enum Outcome {
        SUCCESS,
        FAILURE
    }
}
