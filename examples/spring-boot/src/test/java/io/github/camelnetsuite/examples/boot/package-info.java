@NullMarked
package io.github.camelnetsuite.examples.boot;

import org.jspecify.annotations.NullMarked;
