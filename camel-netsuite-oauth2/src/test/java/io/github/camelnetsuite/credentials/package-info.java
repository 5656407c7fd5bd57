/** What the credentials promise, as tests. */
@NullMarked
package io.github.camelnetsuite.credentials;

import org.jspecify.annotations.NullMarked;
