@NullMarked
package io.github.camelnetsuite.camel;

import org.jspecify.annotations.NullMarked;
