package io.github.camelnetsuite.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An error as NetSuite's REST services word it; thrown to end a request.
 *
 * @see "NetSuite help: Error Handling and Error Messages, REST web services"
 */
final class RestError extends RuntimeException {

    private final int status;
    private final String code;
    private final String where;
    private final String value;
    private final boolean codeAtTop;

    private RestError(int status, String code, String detail, String where, String value, boolean codeAtTop) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
        this.where = where;
        this.value = value;
        this.codeAtTop = codeAtTop;
    }

    static RestError of(int status, String code, String detail) {
        return new RestError(status, code, detail, "", "", false);
    }

    /** As {@code 400 USER_ERROR}, the form the modes of a quirk have. */
    static RestError ofMode(String statusAndCode, String detail) {
        return of(Integer.parseInt(statusAndCode.substring(0, 3)), statusAndCode.substring(4), detail);
    }

    static RestError withCodeAtTop(int status, String code, String title) {
        return new RestError(status, code, title, "", "", true);
    }

    static RestError badLogin() {
        return of(
                401,
                "INVALID_LOGIN",
                "Invalid login attempt. For more details, see the Login Audit Trail in the NetSuite UI at Setup >"
                        + " Users/Roles > User Management > View Login Audit Trail.");
    }

    static RestError nonexistentId() {
        return of(404, "NONEXISTENT_ID", "The record instance does not exist. Provide a valid record instance ID.");
    }

    RestError atPath(String errorPath) {
        return new RestError(status, code, detail(), "o:errorPath", errorPath, codeAtTop);
    }

    RestError atQueryParameter(String name) {
        return new RestError(status, code, detail(), "o:errorQueryParam", name, codeAtTop);
    }

    RestError atHeader(String name) {
        return new RestError(status, code, detail(), "o:errorHeader", name, codeAtTop);
    }

    RestError atUrl(String urlPath) {
        return new RestError(status, code, detail(), "o:urlPath", urlPath, codeAtTop);
    }

    int status() {
        return status;
    }

    String detail() {
        return String.valueOf(getMessage());
    }

    ObjectNode body(String typeUrl) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("type", typeUrl);
        if (codeAtTop) {
            body.put("title", detail());
            body.put("status", status);
            body.put("o:errorCode", code);
            return body;
        }
        body.put("title", title());
        body.put("status", status);
        ObjectNode entry = body.putArray("o:errorDetails").addObject();
        entry.put("detail", detail());
        if (!where.isEmpty()) {
            entry.put(where, value);
        }
        entry.put("o:errorCode", code);
        if (status == 429) {
            body.put("o:errorCode", code);
        }
        return body;
    }

    private String title() {
        return switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 406 -> "Not Acceptable";
            case 409 -> "Conflict";
            case 415 -> "Unsupported Media Type";
            case 429 -> "Too Many Requests";
            default -> "Internal Server Error";
        };
    }
}
