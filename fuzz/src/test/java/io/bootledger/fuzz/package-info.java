/** Reads what nobody would write, and holds every answer against the laws that no input may break. */
@NullMarked
package io.bootledger.fuzz;

import org.jspecify.annotations.NullMarked;
