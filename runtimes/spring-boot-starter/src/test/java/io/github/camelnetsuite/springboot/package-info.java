@NullMarked
package io.github.camelnetsuite.springboot;

import org.jspecify.annotations.NullMarked;
