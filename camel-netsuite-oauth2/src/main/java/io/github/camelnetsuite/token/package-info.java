/** From a signing key to an access token: client assertion, token request, and a token held ready before it is needed. */
@NullMarked
package io.github.camelnetsuite.token;

import org.jspecify.annotations.NullMarked;
