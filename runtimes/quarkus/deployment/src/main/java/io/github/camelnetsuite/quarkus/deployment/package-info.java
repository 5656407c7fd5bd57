/** What the Quarkus extension does while an application is built, tested and developed. */
@NullMarked
package io.github.camelnetsuite.quarkus.deployment;

import org.jspecify.annotations.NullMarked;
