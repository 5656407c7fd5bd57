@NullMarked
package io.github.camelnetsuite.examples.flows.orders;

import org.jspecify.annotations.NullMarked;
