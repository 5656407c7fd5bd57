/** Who is calling: account IDs and their hosts, signing keys and the readers that load them. */
@NullMarked
package io.github.camelnetsuite.credentials;

import org.jspecify.annotations.NullMarked;
