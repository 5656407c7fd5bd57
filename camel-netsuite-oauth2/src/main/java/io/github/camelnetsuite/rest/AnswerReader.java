package io.github.camelnetsuite.rest;

import java.io.IOException;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/**
 * Turns the body of a 2xx answer into what the caller wants of it, within a bound. Keeps nothing of the entity, and does not close
 * it: closing reads the rest of a body that was refused.
 */
@FunctionalInterface
interface AnswerReader {

    /**
     * The content of a body that is not empty.
     *
     * @throws com.fasterxml.jackson.core.JacksonException when it is not the JSON it should be
     * @throws RefusalException when it says that the call was refused, whatever its status
     */
    @Nullable
    Object read(HttpEntity body) throws IOException;
}
