/** The Kamelets in the jar: that they follow the rules of Camel's catalog, and what they do. */
@NullMarked
package io.github.camelnetsuite.kamelets;

import org.jspecify.annotations.NullMarked;
