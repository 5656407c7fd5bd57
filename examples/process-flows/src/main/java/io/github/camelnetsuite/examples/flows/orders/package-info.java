/** The webhook order flow: from the shop to NetSuite. */
@NullMarked
package io.github.camelnetsuite.examples.flows.orders;

import org.jspecify.annotations.NullMarked;
