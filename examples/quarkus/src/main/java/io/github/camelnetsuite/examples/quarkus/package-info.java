/** The process flows and a REST endpoint on Quarkus. */
@NullMarked
package io.github.camelnetsuite.examples.quarkus;

import org.jspecify.annotations.NullMarked;
