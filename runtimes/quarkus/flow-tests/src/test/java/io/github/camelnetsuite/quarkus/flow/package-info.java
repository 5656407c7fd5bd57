/** The flow that runs everywhere, on Quarkus. */
@NullMarked
package io.github.camelnetsuite.quarkus.flow;

import org.jspecify.annotations.NullMarked;
