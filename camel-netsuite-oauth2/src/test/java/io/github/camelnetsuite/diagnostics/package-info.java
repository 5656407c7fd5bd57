@NullMarked
package io.github.camelnetsuite.diagnostics;

import org.jspecify.annotations.NullMarked;
