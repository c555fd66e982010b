/**
 * The events of a boot in a tenth of the bytes of their JSON lines, read in a tenth of the time: the form of a store's files. The
 * frequent kinds have fields of their own, any other event is its JSON line.
 */
@NullMarked
package io.bootledger.traces.packed;

import org.jspecify.annotations.NullMarked;
