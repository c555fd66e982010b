/** What goes in: logs as they are, as they might be, and damaged. */
@NullMarked
package io.bootledger.fuzz.input;

import org.jspecify.annotations.NullMarked;
