@NullMarked
package io.github.camelnetsuite.simulator.junit5;

import org.jspecify.annotations.NullMarked;
