@NullMarked
package io.github.camelnetsuite.rest;

import org.jspecify.annotations.NullMarked;
