/** SuiteQL over H2: read, checked against what NetSuite allows, rewritten, run by a user who may only read. */
@NullMarked
package io.github.camelnetsuite.simulator.suiteql;

import org.jspecify.annotations.NullMarked;
