package io.github.camelnetsuite.simulator;

import io.github.camelnetsuite.simulator.http.Response;
import java.util.Optional;

/** A token request that gets no token: the opaque answer for the wire, the true cause for the audit trail. */
final class LoginRefused extends Exception {

    private final String wire;
    private final String detail;
    private final transient Optional<String> certificateId;

    /**
     * A refusal.
     *
     * @param wire status and error, as in {@code 401 invalid_client}
     * @param detail NetSuite's audit trail code
     */
    LoginRefused(String wire, String detail, String explanation, Optional<String> certificateId) {
        super(explanation, null, false, false);
        this.wire = wire;
        this.detail = detail;
        this.certificateId = certificateId;
    }

    String detail() {
        return detail;
    }

    Optional<String> certificateId() {
        return certificateId;
    }

    Response response(String companyId) {
        int status = Integer.parseInt(wire.substring(0, 3));
        Response response = Response.of(status, "application/json", "{\"error\":\"" + wire.substring(4) + "\"}");
        return status == 401 ? response.withHeader("WWW-Authenticate", "Basic realm=\"" + companyId + "\"") : response;
    }
}
