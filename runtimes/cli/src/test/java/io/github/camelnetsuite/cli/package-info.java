@NullMarked
package io.github.camelnetsuite.cli;

import org.jspecify.annotations.NullMarked;
