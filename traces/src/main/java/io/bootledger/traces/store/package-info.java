/** Events on file: one JSON line for each, the first line saying what they are. */
@NullMarked
package io.bootledger.traces.store;

import org.jspecify.annotations.NullMarked;
