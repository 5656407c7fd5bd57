/** Authentication for routes that keep their own endpoints: a processor, an HTTP client configurer, and a guard. */
@NullMarked
package io.github.camelnetsuite.camel.auth;

import org.jspecify.annotations.NullMarked;
