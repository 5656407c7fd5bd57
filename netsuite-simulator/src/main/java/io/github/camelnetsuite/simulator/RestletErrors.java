package io.github.camelnetsuite.simulator;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.camelnetsuite.simulator.http.Request;
import io.github.camelnetsuite.simulator.http.Response;
import java.util.Map;

/** Words errors as RESTlets do: in the form of the request, with odd spacing, and in the user's language where chosen. */
final class RestletErrors {

    private static final Map<String, String> SPANISH = Map.of(
            "SSS_INVALID_SCRIPTLET_ID",
            "Ese Suitelet no es válido, está deshabilitado o ya no existe.",
            "SSS_REQUEST_LIMIT_EXCEEDED",
            "Se superó el número máximo de solicitudes simultáneas de esta cuenta.",
            "INVALID_LOGIN_ATTEMPT",
            "Intento de inicio de sesión no válido.",
            "UNEXPECTED_ERROR",
            "Se produjo un error inesperado.");

    private final Conduct conduct;
    private final String companyId;

    RestletErrors(Conduct conduct, String companyId) {
        this.conduct = conduct;
        this.companyId = companyId;
    }

    Response of(Request request, RestletError error) {
        RestletForm form = RestletForm.answering(request);
        Response response = Response.of(
                error.status(),
                form.contentType() + ";charset=utf-8",
                body(form, error.code(), message(error.code(), error.message())));
        return error.status() == 401
                ? response.withHeader("WWW-Authenticate", ErrorResponses.invalidToken(companyId))
                : response;
    }

    private String message(String code, String english) {
        return conduct.is(Quirk.RESTLET_ERROR_LANGUAGE, "Spanish") ? SPANISH.getOrDefault(code, english) : english;
    }

    private String body(RestletForm form, String code, String message) {
        return switch (form) {
            case JSON ->
                json(
                        TextNode.valueOf(code).toString(),
                        TextNode.valueOf(message).toString());
            case XML ->
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<error>\n<code>" + escaped(code) + "</code>\n<message>"
                        + escaped(message) + "</message>\n</error>\n";
            case TEXT -> "error code: " + code + "\nerror message: " + message;
        };
    }

    private String json(String code, String message) {
        return conduct.is(Quirk.RESTLET_ERROR_SPACING, "odd")
                ? "{\"error\" : {\"code\" : " + code + ", \"message\" : " + message + "}}"
                : "{\"error\":{\"code\":" + code + ",\"message\":" + message + "}}";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
