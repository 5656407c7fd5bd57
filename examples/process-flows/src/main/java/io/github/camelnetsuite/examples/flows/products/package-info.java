/** The scheduled product flow: from NetSuite to the shop. */
@NullMarked
package io.github.camelnetsuite.examples.flows.products;

import org.jspecify.annotations.NullMarked;
