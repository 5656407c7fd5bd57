@NullMarked
package io.github.camelnetsuite.examples.flows;

import org.jspecify.annotations.NullMarked;
