/** Checks that need the results of every other module. Runs last. */
@NullMarked
package io.github.camelnetsuite.verification;

import org.jspecify.annotations.NullMarked;
