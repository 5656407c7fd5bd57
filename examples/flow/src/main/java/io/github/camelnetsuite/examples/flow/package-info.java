/** One YAML flow for every runtime, here on Camel Main. */
@NullMarked
package io.github.camelnetsuite.examples.flow;

import org.jspecify.annotations.NullMarked;
