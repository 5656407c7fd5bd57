package io.github.camelnetsuite.rest;

import io.github.camelnetsuite.NetSuiteDataException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** One call of a RESTlet: which one, how, and with what. Immutable. */
public final class RestletCall {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_]{1,100}");
    private static final Set<String> NAMES_THE_SCRIPT = Set.of("script", "deploy", "compid");

    private final String script;
    private final String deployment;
    private final Method method;
    private final RestletFormat format;
    private final Map<String, String> parameters;
    private final byte @Nullable [] body;
    private final boolean errorsAsData;
    private final boolean repeatable;

    /** What RESTlets answer to. */
    public enum Method {
        GET(false),
        POST(true),
        PUT(true),
        DELETE(false);

        private final boolean hasBody;

        Method(boolean hasBody) {
            this.hasBody = hasBody;
        }

        /** Whether NetSuite takes a body with it, and not an error. */
        public boolean hasBody() {
            return hasBody;
        }
    }

    private RestletCall(
            String script,
            String deployment,
            Method method,
            RestletFormat format,
            Map<String, String> parameters,
            byte @Nullable [] body,
            boolean errorsAsData,
            boolean repeatable) {
        this.script = script;
        this.deployment = deployment;
        this.method = method;
        this.format = format;
        this.parameters = parameters;
        this.body = body;
        this.errorsAsData = errorsAsData;
        this.repeatable = repeatable;
    }

    /**
     * A call of a RESTlet, without parameters or body.
     *
     * @param resource script and deployment, such as {@code customscript_stock/customdeploy_stock}, or their numbers
     * @throws NetSuiteDataException when it names anything else
     */
    public static RestletCall of(Method method, ResourcePath resource) {
        if (resource.size() != 2
                || !ID.matcher(resource.recordType()).matches()
                || !ID.matcher(resource.last()).matches()) {
            throw new NetSuiteDataException(
                    "The resource '" + resource + "' names no RESTlet. Write its script ID and its"
                            + " deployment ID, such as netsuite:restlet:customscript_stock/customdeploy_stock.");
        }
        return new RestletCall(
                resource.recordType(), resource.last(), method, RestletFormat.JSON, Map.of(), null, false, false);
    }

    /** The format of the body, and of the answer where the script does not choose one. JSON unless set. */
    public RestletCall format(RestletFormat one) {
        return new RestletCall(script, deployment, method, one, parameters, body, errorsAsData, repeatable);
    }

    /**
     * Query parameters for the script, percent-encoded when they are sent.
     *
     * @throws NetSuiteDataException when one of them names a script, which would be another one than the resource's
     */
    public RestletCall parameters(Map<String, String> all) {
        for (String name : all.keySet()) {
            if (NAMES_THE_SCRIPT.contains(name.toLowerCase(Locale.ROOT))) {
                throw new NetSuiteDataException("A RESTlet parameter cannot be called " + name.toLowerCase(Locale.ROOT)
                        + ": it would choose the script. Name script and deployment in the resource.");
            }
        }
        Map<String, String> copy = Collections.unmodifiableMap(new LinkedHashMap<>(all));
        return new RestletCall(script, deployment, method, format, copy, body, errorsAsData, repeatable);
    }

    /** What to send, in UTF-8. The array is not copied. */
    public RestletCall body(byte[] bytes) {
        if (!method.hasBody()) {
            throw new IllegalArgumentException(method + " takes no body");
        }
        return new RestletCall(script, deployment, method, format, parameters, bytes, errorsAsData, repeatable);
    }

    /** Whether an error that comes with status 200 is handed over like any other answer, instead of being thrown. */
    public RestletCall errorsAsData(boolean asData) {
        return new RestletCall(script, deployment, method, format, parameters, body, asData, repeatable);
    }

    /** Whether calling it twice does no harm, so that it may be called again when its answer was lost. A GET always may. */
    public RestletCall repeatable(boolean twice) {
        return new RestletCall(script, deployment, method, format, parameters, body, errorsAsData, twice);
    }

    public Method method() {
        return method;
    }

    RestRequest request() {
        RestRequest request = RestRequest.restlet(method.name(), script, deployment)
                .header(HttpHeaders.ACCEPT, "*/*")
                .reader(new RestletReader(errorsAsData));
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            request = request.query(parameter.getKey(), parameter.getValue());
        }
        if (repeatable) {
            request = request.repeatable();
        }
        // Without a content type the answer would be text, whatever the script gives.
        return body == null
                ? request.header(HttpHeaders.CONTENT_TYPE, format.contentType())
                : request.body(body, format.asEntity());
    }

    /** Method and IDs, for messages. */
    @Override
    public String toString() {
        return method + " " + script + "/" + deployment;
    }
}
