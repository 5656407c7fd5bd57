/** Gives a Spring Boot application a NetSuite account of its own, in tests or while it is developed. */
@NullMarked
package io.github.camelnetsuite.simulator.springboot;

import org.jspecify.annotations.NullMarked;
