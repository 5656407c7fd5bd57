@NullMarked
package io.github.camelnetsuite.examples.flows.durable;

import org.jspecify.annotations.NullMarked;
