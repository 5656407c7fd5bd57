/** The Camel component: options, endpoints, and one running account behind them. */
@NullMarked
package io.github.camelnetsuite.camel;

import org.jspecify.annotations.NullMarked;
