/** The record filter of collections, {@code q}: read, checked against the fields of a type, turned into a condition. */
@NullMarked
package io.github.camelnetsuite.simulator.filter;

import org.jspecify.annotations.NullMarked;
