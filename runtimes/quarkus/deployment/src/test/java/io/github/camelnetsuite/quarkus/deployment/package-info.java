@NullMarked
package io.github.camelnetsuite.quarkus.deployment;

import org.jspecify.annotations.NullMarked;
