/** Gives a JUnit test a NetSuite account of its own. */
@NullMarked
package io.github.camelnetsuite.simulator.junit5;

import org.jspecify.annotations.NullMarked;
