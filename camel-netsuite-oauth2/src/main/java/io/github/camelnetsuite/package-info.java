/** The errors every part of the connector reports, by what the reader of the message can do. */
@NullMarked
package io.github.camelnetsuite;

import org.jspecify.annotations.NullMarked;
