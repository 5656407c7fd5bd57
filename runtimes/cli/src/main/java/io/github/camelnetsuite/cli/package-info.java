/** The command {@code netsuite}: checks a login, makes keys. Reads options and surroundings, and leaves the work to the core. */
@NullMarked
package io.github.camelnetsuite.cli;

import org.jspecify.annotations.NullMarked;
