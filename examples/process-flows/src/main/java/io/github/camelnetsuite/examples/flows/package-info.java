/** Two process flows on Camel Main, against a simulator in the same JVM or an account of one's own. */
@NullMarked
package io.github.camelnetsuite.examples.flows;

import org.jspecify.annotations.NullMarked;
