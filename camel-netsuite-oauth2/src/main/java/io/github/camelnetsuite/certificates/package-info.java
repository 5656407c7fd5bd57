/** Certificates for NetSuite: made here, within its rules. */
@NullMarked
package io.github.camelnetsuite.certificates;

import org.jspecify.annotations.NullMarked;
