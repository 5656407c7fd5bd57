package io.github.camelnetsuite.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelnetsuite.simulator.http.Request;
import io.github.camelnetsuite.simulator.http.Response;
import io.github.camelnetsuite.simulator.restlet.CustomContent;
import io.github.camelnetsuite.simulator.restlet.Restlet;
import io.github.camelnetsuite.simulator.restlet.RestletCall;
import io.github.camelnetsuite.simulator.restlet.Restlets;
import io.github.camelnetsuite.simulator.restlet.ScriptError;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Calls RESTlets, each form and method by NetSuite's rules.
 *
 * @see "NetSuite help: SuiteScript 2.x RESTlet Script and Request Sample, RESTlet Data Formats and Content-Types"
 */
final class RestletEndpoint {

    private static final System.Logger LOG = System.getLogger(RestletEndpoint.class.getName());

    /** NetSuite help, "RESTlet Governance": a string has at most 10 MB, in and out. */
    private static final int MAX_CONTENT = 10 * 1024 * 1024;

    private static final Set<String> WITHOUT_BODY = Set.of("GET", "DELETE");
    private static final Set<String> METHODS = Set.of("GET", "DELETE", "POST", "PUT");
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Conduct conduct;
    private final Restlets restlets;

    RestletEndpoint(Conduct conduct, Restlets restlets) {
        this.conduct = conduct;
        this.restlets = restlets;
    }

    Response answer(Request request) {
        RestletForm form = form(request);
        if (!METHODS.contains(request.method())) {
            throw wrongMethod(request);
        }
        if (WITHOUT_BODY.contains(request.method()) && request.body().length > 0) {
            throw badRequest("A " + request.method() + " request has no body.");
        }
        refuseTooLarge(request.body().length);
        Restlet restlet = restlets.find(
                        request.parameter("script").orElse(""),
                        request.parameter("deploy").orElse(""))
                .orElseThrow(this::nothingDeployed);
        Restlet.EntryPoint entryPoint = restlet.entryPoint(request.method()).orElseThrow(() -> wrongMethod(request));
        return answer(run(entryPoint, call(request, form)), form);
    }

    /** The form to read and answer in. Without a body the content type may be missing, and the answer is text. */
    private RestletForm form(Request request) {
        String given = request.header("Content-Type").orElse("");
        boolean hasParameters = given.indexOf(';') >= 0;
        if (given.isEmpty() && request.body().length == 0) {
            return RestletForm.TEXT;
        }
        if (hasParameters && conduct.is(Quirk.RESTLET_CONTENT_TYPE, "parameters allowed")) {
            return RestletForm.of(given.substring(0, given.indexOf(';')).strip())
                    .orElseThrow(RestletEndpoint::unsupportedType);
        }
        return RestletForm.of(given).orElseThrow(RestletEndpoint::unsupportedType);
    }

    private static RestletCall call(Request request, RestletForm form) {
        var parameters = new LinkedHashMap<>(request.parameters());
        parameters.remove("script");
        parameters.remove("deploy");
        String text = request.bodyText();
        return new RestletCall(
                request.method(), parameters, request.header("Content-Type").orElse(""), text, body(text, form));
    }

    private static @Nullable Object body(String text, RestletForm form) {
        if (text.isEmpty()) {
            return null;
        }
        if (form != RestletForm.JSON) {
            return text;
        }
        try {
            return JSON.readValue(text, Object.class);
        } catch (JsonProcessingException e) {
            throw new RestletError(400, "INVALID_REQUEST", "The request could not be understood by the server.");
        }
    }

    private static @Nullable Object run(Restlet.EntryPoint entryPoint, RestletCall call) {
        try {
            return entryPoint.answer(call);
        } catch (ScriptError error) {
            throw new RestletError(400, error.name(), error.getMessage());
        } catch (Exception e) {
            // As a script that lets an exception out.
            LOG.log(Level.DEBUG, "A RESTlet failed", e);
            throw new RestletError(
                    400, "UNEXPECTED_ERROR", e.getClass().getSimpleName() + ": " + String.valueOf(e.getMessage()));
        }
    }

    private Response answer(@Nullable Object answer, RestletForm form) {
        if (answer == null) {
            return response(form.contentType(), "");
        }
        if (answer instanceof CustomContent custom) {
            return response(custom.contentType(), custom.content());
        }
        if (answer instanceof String text) {
            return response(form.contentType(), text);
        }
        if (form != RestletForm.JSON) {
            conduct.mode(Quirk.RESTLET_RETURN_FORMAT);
            throw new RestletError(400, "INVALID_RETURN_DATA_FORMAT", "Invalid data format. You should return TEXT.");
        }
        try {
            return response(form.contentType(), JSON.writeValueAsString(answer));
        } catch (JsonProcessingException e) {
            throw new RestletError(400, "INVALID_RETURN_DATA_FORMAT", "Invalid data format. You should return JSON.");
        }
    }

    private Response response(String contentType, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        refuseTooLarge(bytes.length);
        return Response.of(200, contentType + ";charset=utf-8", bytes);
    }

    private void refuseTooLarge(int bytes) {
        if (bytes > MAX_CONTENT) {
            conduct.mode(Quirk.RESTLET_TOO_LARGE);
            throw badRequest("The content has more than 10 MB.");
        }
    }

    private RestletError nothingDeployed() {
        int status = Integer.parseInt(conduct.mode(Quirk.RESTLET_NOT_FOUND).substring(0, 3));
        return new RestletError(
                status, "SSS_INVALID_SCRIPTLET_ID", "That Suitelet is invalid, disabled, or no longer exists.");
    }

    private RestletError wrongMethod(Request request) {
        conduct.mode(Quirk.RESTLET_METHOD);
        return new RestletError(405, "INVALID_REQUEST", "The method " + request.method() + " is not supported.");
    }

    private static RestletError badRequest(String message) {
        return new RestletError(400, "INVALID_REQUEST", message);
    }

    private static RestletError unsupportedType() {
        return new RestletError(
                415, "INVALID_REQUEST", "Unsupported Media Type. Use application/json, application/xml or text/plain.");
    }
}
