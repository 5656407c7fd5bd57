@NullMarked
package io.github.camelnetsuite.simulator.springboot;

import org.jspecify.annotations.NullMarked;
