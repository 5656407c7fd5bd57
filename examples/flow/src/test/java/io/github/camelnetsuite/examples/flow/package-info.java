/** The flow run as its users run it. */
@NullMarked
package io.github.camelnetsuite.examples.flow;

import org.jspecify.annotations.NullMarked;
