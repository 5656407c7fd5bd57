@NullMarked
package io.github.camelnetsuite.springboot.docs;

import org.jspecify.annotations.NullMarked;
