/** A REST endpoint, a scheduled flow and a webhook flow, each against NetSuite. */
@NullMarked
package io.github.camelnetsuite.examples.boot;

import org.jspecify.annotations.NullMarked;
