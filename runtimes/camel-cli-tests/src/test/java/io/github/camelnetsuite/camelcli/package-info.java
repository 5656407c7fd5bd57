/** Flows run by the Camel CLI. */
@NullMarked
package io.github.camelnetsuite.camelcli;

import org.jspecify.annotations.NullMarked;
