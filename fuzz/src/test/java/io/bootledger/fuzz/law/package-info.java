/** What holds of every answer, whatever was read. A law that is broken is an {@code AssertionError} that says how. */
@NullMarked
package io.bootledger.fuzz.law;

import org.jspecify.annotations.NullMarked;
