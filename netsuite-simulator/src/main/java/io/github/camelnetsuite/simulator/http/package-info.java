/**
 * HTTP/1.1 on loopback, small enough to be bent: the {@code Date} header follows the simulator's clock, and an answer
 * may be cut, shortened or endless. The JDK's own server allows neither.
 */
@NullMarked
package io.github.camelnetsuite.simulator.http;

import org.jspecify.annotations.NullMarked;
