@NullMarked
package io.github.camelnetsuite.camel.auth;

import org.jspecify.annotations.NullMarked;
