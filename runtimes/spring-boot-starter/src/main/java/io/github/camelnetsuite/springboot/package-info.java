/** The netsuite component in Spring Boot: settings, beans, health, metrics, start-up messages. */
@NullMarked
package io.github.camelnetsuite.springboot;

import org.jspecify.annotations.NullMarked;
