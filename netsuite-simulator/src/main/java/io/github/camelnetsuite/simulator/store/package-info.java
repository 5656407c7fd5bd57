/** The account's data in H2, and records as the REST services see it. Knows nothing of HTTP or logins. */
@NullMarked
package io.github.camelnetsuite.simulator.store;

import org.jspecify.annotations.NullMarked;
