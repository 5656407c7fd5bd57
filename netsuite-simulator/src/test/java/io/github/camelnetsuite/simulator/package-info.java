@NullMarked
package io.github.camelnetsuite.simulator;

import org.jspecify.annotations.NullMarked;
