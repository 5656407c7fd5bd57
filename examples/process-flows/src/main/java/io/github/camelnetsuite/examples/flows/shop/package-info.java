/** A shop to try the flows with. */
@NullMarked
package io.github.camelnetsuite.examples.flows.shop;

import org.jspecify.annotations.NullMarked;
