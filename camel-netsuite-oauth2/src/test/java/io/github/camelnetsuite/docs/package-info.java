/** The routes that README and docs show, and the tests that run them. */
@NullMarked
package io.github.camelnetsuite.docs;

import org.jspecify.annotations.NullMarked;
