@NullMarked
package io.github.camelnetsuite.examples.quarkus;

import org.jspecify.annotations.NullMarked;
