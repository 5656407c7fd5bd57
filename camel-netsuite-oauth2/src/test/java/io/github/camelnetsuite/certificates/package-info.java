/** What making certificates promises, as tests. */
@NullMarked
package io.github.camelnetsuite.certificates;

import org.jspecify.annotations.NullMarked;
