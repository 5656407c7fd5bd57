package io.github.camelnetsuite.simulator.restlet;

/**
 * An answer with a content type of its own, whatever the request's is.
 *
 * @see "NetSuite help: restlet.createResponse(options)"
 */
public record CustomContent(String contentType, String content) {}
