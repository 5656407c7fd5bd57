package io.github.camelnetsuite.rest;

import io.github.camelnetsuite.NetSuiteException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record of a collection, or why this one could not be read.
 *
 * @param id its internal ID
 * @param fields its fields; of one that could not be read, its ID and links
 * @param failure null when it was read
 */
public record ListedRecord(
        String id, Map<String, Object> fields, @Nullable NetSuiteException failure) {}
