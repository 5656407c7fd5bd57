@NullMarked
package io.github.camelnetsuite.quarkus.it;

import org.jspecify.annotations.NullMarked;
