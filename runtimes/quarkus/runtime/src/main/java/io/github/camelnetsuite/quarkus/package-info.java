/** What the Quarkus extension adds to a running application. */
@NullMarked
package io.github.camelnetsuite.quarkus;

import org.jspecify.annotations.NullMarked;
