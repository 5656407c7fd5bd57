/** Calls to NetSuite's REST web services: one way to send, errors by what the reader can do, rows that stream. */
@NullMarked
package io.github.camelnetsuite.rest;

import org.jspecify.annotations.NullMarked;
