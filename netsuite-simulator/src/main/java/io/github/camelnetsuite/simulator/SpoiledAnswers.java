package io.github.camelnetsuite.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelnetsuite.simulator.http.Answer;
import io.github.camelnetsuite.simulator.http.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Answers that are wrong on purpose. */
final class SpoiledAnswers {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MEGABYTE = 1024 * 1024;

    private SpoiledAnswers() {}

    static Response page(int status) {
        return Response.of(
                status,
                "text/html; charset=utf-8",
                "<!DOCTYPE html><html><head><title>NetSuite</title></head><body><h1>We'll be right back</h1></body></html>");
    }

    static Answer truncated(Response response) {
        byte[] body = response.body();
        return wire -> {
            wire.send(response.status(), response.headers(), body.length, Arrays.copyOf(body, body.length / 2));
            return false;
        };
    }

    static Answer huge(int megabytes) {
        byte[] part = new byte[MEGABYTE];
        Arrays.fill(part, (byte) 'x');
        return wire -> {
            byte[] start = "{\"access_token\":\"".getBytes(StandardCharsets.US_ASCII);
            byte[] end = "\"}".getBytes(StandardCharsets.US_ASCII);
            long length = start.length + (long) megabytes * MEGABYTE + end.length;
            wire.send(200, Map.of("Content-Type", "application/json"), length, start);
            for (int i = 0; i < megabytes; i++) {
                wire.sendMore(part);
            }
            wire.sendMore(end);
            return wire.keepAlive();
        };
    }

    static Answer skewed(Response response, Duration skew, Clock clock) {
        Instant wrong = clock.instant().plus(skew);
        return response.withHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(wrong.atOffset(ZoneOffset.UTC)));
    }

    static Response withUnknownField(Response response) {
        try {
            JsonNode body = JSON.readTree(response.body());
            if (body instanceof ObjectNode object) {
                object.putObject("x-unheard-of").put("since", "2031.1");
                return response.withBody(JSON.writeValueAsBytes(object));
            }
            return response;
        } catch (IOException e) {
            return response;
        }
    }

    static void pause(Duration length) {
        long until = System.nanoTime() + length.toNanos();
        for (long left = length.toNanos(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }
}
