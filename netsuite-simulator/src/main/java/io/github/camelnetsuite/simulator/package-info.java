/** A server that behaves like NetSuite's REST services. Shares no code with the component it tests. */
@NullMarked
package io.github.camelnetsuite.simulator;

import org.jspecify.annotations.NullMarked;
