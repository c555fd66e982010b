package io.bootledger.analyzer.advice;

import io.bootledger.analyzer.advice.KnownCause.Subject;
import io.bootledger.analyzer.knowledge.ResourceTable;
import io.bootledger.traces.event.KernelVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The table of known causes. Of the rows that fit, the first holds. */
final class KnownCauses {
    private static final int COLUMNS = 11;

    private static final KnownCauses SHIPPED =
            new KnownCauses(ResourceTable.of(KnownCauses.class, "known-causes.tsv", COLUMNS).stream()
                    .map(KnownCause::of)
                    .toList());

    private final List<KnownCause> all;
    private final Map<String, List<KnownCause>> initcalls = new HashMap<>();

    private KnownCauses(List<KnownCause> all) {
        this.all = all;
        for (KnownCause cause : all) {
            if (cause.subject() == Subject.INITCALL) {
                initcalls
                        .computeIfAbsent(cause.name(), name -> new ArrayList<>())
                        .add(cause);
            }
        }
    }

    static KnownCauses shipped() {
        return SHIPPED;
    }

    List<KnownCause> all() {
        return all;
    }

    /** Of an init function; null when none is known. */
    @Nullable
    KnownCause initcall(
            String function, @Nullable String module, @Nullable KernelVersion version, @Nullable String architecture) {
        Stream<KnownCause> ofModule = module == null ? Stream.of() : named(function + "[" + module + "]");
        return first(Stream.concat(ofModule, named(function)), version, architecture);
    }

    private Stream<KnownCause> named(String name) {
        return initcalls.getOrDefault(name, List.of()).stream();
    }

    /** Of a device or an account of the ledger; null when none is known. */
    @Nullable
    KnownCause of(Subject subject, String name, @Nullable KernelVersion version, @Nullable String architecture) {
        return first(
                all.stream().filter(cause -> cause.subject() == subject && cause.names(name)), version, architecture);
    }

    private static @Nullable KnownCause first(
            Stream<KnownCause> causes, @Nullable KernelVersion version, @Nullable String architecture) {
        return causes.filter(cause -> cause.fits(version, architecture))
                .findFirst()
                .orElse(null);
    }
}
