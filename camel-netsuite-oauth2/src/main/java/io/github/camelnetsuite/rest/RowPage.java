package io.github.camelnetsuite.rest;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one request gave.
 *
 * @param next where the next page begins; null when this is the last
 * @param content the answer it was read from
 */
record RowPage(List<Map<String, Object>> rows, @Nullable PageStart next, PageContent content) {}
