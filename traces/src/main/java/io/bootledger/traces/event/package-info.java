/**
 * The vocabulary: what a boot log can state, as immutable records. {@link io.bootledger.traces.event.BootEvent} lists the
 * events, {@link io.bootledger.traces.event.RecordedEvent} puts one on the record.
 */
@NullMarked
package io.bootledger.traces.event;

import org.jspecify.annotations.NullMarked;
