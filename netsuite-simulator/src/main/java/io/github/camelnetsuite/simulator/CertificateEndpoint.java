package io.github.camelnetsuite.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelnetsuite.simulator.http.Request;
import io.github.camelnetsuite.simulator.http.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * Lists, adds and revokes certificates. Names differ between list and addition, as they do at NetSuite.
 *
 * @see "NetSuite help: OAuth 2.0 Client Credentials Certificate Rotation Endpoint"
 */
final class CertificateEndpoint {

    static final String PATH = "/services/rest/auth/oauth2/v1/clients/";

    private static final int SEGMENTS_BEFORE_CLIENT = 6;
    private static final int APPLICATION = 1042;

    private final Conduct conduct;
    private final String companyId;
    private final String consumerKey;
    private final Settings settings;
    private final Certificates certificates;

    CertificateEndpoint(
            Conduct conduct, String companyId, String consumerKey, Settings settings, Certificates certificates) {
        this.conduct = conduct;
        this.companyId = companyId;
        this.consumerKey = consumerKey;
        this.settings = settings;
        this.certificates = certificates;
    }

    Response answer(Request request) {
        if (!settings.has(Permission.MANAGE_OWN_CERTIFICATES)) {
            throw RestError.of(
                    403,
                    "INSUFFICIENT_PERMISSION",
                    "You need the 'Manage own OAuth 2.0 Client Credentials certificates' permission.");
        }
        List<String> path = request.segments()
                .subList(SEGMENTS_BEFORE_CLIENT, request.segments().size());
        if (path.size() < 2 || !path.get(0).equals(consumerKey) || !path.get(1).equals("certificates")) {
            throw RestError.of(404, "NONEXISTENT_ID", "There is no such integration.");
        }
        if (path.size() == 2) {
            return switch (request.method()) {
                case "GET" -> list();
                case "POST" -> add(JsonBody.of(request));
                default -> throw RestError.of(405, "METHOD_NOT_ALLOWED", "Use GET or POST.");
            };
        }
        if (path.size() == 4 && path.get(3).equals("revoke") && request.method().equals("POST")) {
            return revoke(path.get(2));
        }
        throw RestError.of(404, "INVALID_REQUEST", "There is no such resource.");
    }

    private Response list() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (UploadedCertificate certificate : certificates.list()) {
            ObjectNode row = list.addObject();
            row.putObject("application")
                    .put("id", APPLICATION)
                    .put("name", "Simulated integration")
                    .put("url", "/app/common/integration/integrapp.nl?id=" + APPLICATION)
                    .put(
                            "application_id",
                            UUID.nameUUIDFromBytes(new byte[] {1}).toString());
            named(row.putObject("entity"), certificate.entity(), "Integration User");
            named(row.putObject("role"), certificate.role(), "Integration Role");
            row.put("created", date(certificate.created()));
            row.put("valid_from", date(certificate.validFrom()));
            row.put("valid_until", date(certificate.validUntil()));
            row.put("revoked", certificate.revoked());
            row.put("certificate_id", certificate.id());
            row.put("algorithm", certificate.publicKey().getAlgorithm().startsWith("RSA") ? "RSA" : "EC");
        }
        return Response.of(200, "application/json", list.toString());
    }

    private Response add(ObjectNode body) {
        String role = idOf(body.path("role"), "role");
        String entity = idOf(body.path("entity"), "entity");
        UploadedCertificate added;
        try {
            added = certificates.upload(body.path("fileContent").asText(), role, entity);
        } catch (IllegalArgumentException e) {
            throw RestError.ofMode(conduct.mode(Quirk.CERTIFICATE_REFUSED), String.valueOf(e.getMessage()));
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putObject("entity_role_id")
                .put("com", companyId)
                .put("ent", Long.parseLong(entity))
                .put("rol", Long.parseLong(role));
        answer.put("application_id", APPLICATION);
        answer.put("certificate_id", added.id());
        answer.put("certificate", added.pem());
        answer.put("algorithm", added.publicKey().getAlgorithm().startsWith("RSA") ? "RSA" : "EC");
        answer.put("created_at", date(added.created()));
        answer.put("valid_from", date(added.validFrom()));
        answer.put("valid_until", date(added.validUntil()));
        answer.put("invalidated", false);
        return Response.of(200, "application/json", answer.toString());
    }

    private Response revoke(String id) {
        if (!certificates.revoke(id)) {
            throw RestError.of(404, "NONEXISTENT_ID", "There is no certificate with this ID.");
        }
        return Response.of(200, "text/plain", "Successfully revoked");
    }

    private static void named(ObjectNode node, String id, String name) {
        node.put("id", Long.parseLong(id)).put("name", name).put("url", "/app/common/" + id);
    }

    private static String idOf(JsonNode value, String name) {
        String id = value.asText();
        if (!id.matches("-?\\d{1,9}")) {
            throw RestError.of(400, "INVALID_CONTENT", "Invalid value for the field '" + name + "'.")
                    .atPath(name);
        }
        return id;
    }

    private static String date(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC).toString();
    }
}
