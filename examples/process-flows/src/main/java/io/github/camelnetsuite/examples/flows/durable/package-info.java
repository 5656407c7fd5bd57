/** Files that are safe once they are written. */
@NullMarked
package io.github.camelnetsuite.examples.flows.durable;

import org.jspecify.annotations.NullMarked;
