/** Says why a login to NetSuite fails: ordered checks, each with a finding and a next step. */
@NullMarked
package io.github.camelnetsuite.diagnostics;

import org.jspecify.annotations.NullMarked;
