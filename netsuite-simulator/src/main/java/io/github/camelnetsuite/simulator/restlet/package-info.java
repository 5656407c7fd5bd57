/** RESTlets a test deploys: scripts in Java, with entry points as SuiteScript's have them. Knows nothing of HTTP or logins. */
@NullMarked
package io.github.camelnetsuite.simulator.restlet;

import org.jspecify.annotations.NullMarked;
