package io.github.camelnetsuite.simulator;

import io.github.camelnetsuite.simulator.http.Response;

/** An error as RESTlets word it, odd spacing included. */
final class RestletError {

    private RestletError() {}

    static Response of(int status, String code, String message) {
        return Response.of(
                status,
                "application/json;charset=utf-8",
                "{\"error\" : {\"code\" : \"" + code + "\", \"message\" : \"" + message + "\"}}");
    }
}
