/** What a person at the console reads. */
@NullMarked
package io.github.camelnetsuite.examples.flows.console;

import org.jspecify.annotations.NullMarked;
