@NullMarked
package io.github.camelnetsuite.examples.flows.products;

import org.jspecify.annotations.NullMarked;
