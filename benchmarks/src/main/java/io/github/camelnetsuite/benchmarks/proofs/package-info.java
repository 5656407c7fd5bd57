/** What client and simulator do in JVMs of their own: long runs, each held to a promise of the connector. */
@NullMarked
package io.github.camelnetsuite.benchmarks.proofs;

import org.jspecify.annotations.NullMarked;
