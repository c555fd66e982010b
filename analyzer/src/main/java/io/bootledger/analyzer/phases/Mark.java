package io.bootledger.analyzer.phases;

import org.jspecify.annotations.Nullable;

/**
 * The line where a phase begins.
 *
 * @param micros null where the record has no time stamp
 */
record Mark(@Nullable Long micros) {
    static @Nullable Long microsOf(@Nullable Mark mark) {
        return mark == null ? null : mark.micros;
    }
}
