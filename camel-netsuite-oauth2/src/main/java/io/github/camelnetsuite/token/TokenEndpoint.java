package io.github.camelnetsuite.token;

/**
 * NetSuite's token endpoint: one request, one answer, no repeats. When to ask, and what to make of the answer, is decided
 * elsewhere. Thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7523#section-2.2">RFC 7523, section 2.2</a>
 * @see "NetSuite help: POST Request to the Token Endpoint and the Access Token Response"
 */
public interface TokenEndpoint {

    /**
     * Posts the assertion to its audience and waits, for a bounded time, for the answer. Whatever happens on the way, a broken
     * connection included, is an answer too.
     */
    TokenAnswer request(ClientAssertion assertion);
}
