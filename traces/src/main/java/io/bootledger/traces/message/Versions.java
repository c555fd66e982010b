package io.bootledger.traces.message;

import io.bootledger.traces.event.KernelVersion;
import org.jspecify.annotations.Nullable;

/**
 * The kernels that print a message so.
 *
 * @param from the first version; null where there always was one
 * @param before the first version that prints it no more; null while it lasts
 * @param released false for dialects of vendors, trace events and test kernels: read, never written for a version
 */
record Versions(@Nullable KernelVersion from, @Nullable KernelVersion before, boolean released) {
    static final Versions ALL = new Versions(null, null, true);

    /** No released kernel prints this into its log. */
    static final Versions UNRELEASED = new Versions(null, null, false);

    static Versions since(String from) {
        return new Versions(KernelVersion.of(from), null, true);
    }

    static Versions until(String before) {
        return new Versions(null, KernelVersion.of(before), true);
    }

    static Versions between(String from, String before) {
        return new Versions(KernelVersion.of(from), KernelVersion.of(before), true);
    }

    boolean include(KernelVersion version) {
        return released
                && (from == null || version.compareTo(from) >= 0)
                && (before == null || version.compareTo(before) < 0);
    }
}
