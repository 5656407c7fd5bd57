/** What takes minutes: run by the Maven profile {@code proof} only, each class tagged so. */
@NullMarked
package io.github.camelnetsuite.proof;

import org.jspecify.annotations.NullMarked;
