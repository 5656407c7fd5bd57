/** What the connector costs, measured against gates. */
@NullMarked
package io.github.camelnetsuite.benchmarks;

import org.jspecify.annotations.NullMarked;
