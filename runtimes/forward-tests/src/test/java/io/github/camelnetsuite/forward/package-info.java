/** The component on a later Camel than it was compiled on. */
@NullMarked
package io.github.camelnetsuite.forward;

import org.jspecify.annotations.NullMarked;
