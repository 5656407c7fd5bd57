/** Signed tokens on plain JCA: read, verified and made without any JOSE library, so that no mistake can be shared. */
@NullMarked
package io.github.camelnetsuite.simulator.jose;

import org.jspecify.annotations.NullMarked;
