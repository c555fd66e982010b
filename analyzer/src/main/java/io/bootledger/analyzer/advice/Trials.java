package io.bootledger.analyzer.advice;

import io.bootledger.analyzer.accounting.Accounting;
import io.bootledger.analyzer.reading.CommandLine;
import io.bootledger.analyzer.reading.Kernel;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Timeline;
import io.bootledger.analyzer.whatif.Action;
import io.bootledger.analyzer.whatif.WhatIf;
import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.event.KernelVersion;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the known causes of a boot's initcalls advise to put on the command line, also where it gained nothing when someone else tried it:
 * that machine was another one.
 */
public final class Trials {
    /** Without them there is no console to measure by; and a value that is left open is no word. */
    private static final Pattern NOT_TO_BE_TRIED = Pattern.compile("quiet|loglevel=.*|.*=");

    private final Kernel kernel;
    private final Timeline timeline;
    private final Accounting accounting;

    private Trials(Kernel kernel, Timeline timeline, Accounting accounting) {
        this.kernel = kernel;
        this.timeline = timeline;
        this.accounting = accounting;
    }

    /** Of a boot: what should gain most first. */
    public static List<Trial> of(Kernel kernel, Timeline timeline, Accounting accounting) {
        return new Trials(kernel, timeline, accounting).all();
    }

    private List<Trial> all() {
        KernelVersion version = kernel.release() == null ? null : KernelVersion.of(kernel.release());
        String architecture = accounting.origins().architecture();
        Map<String, Gains> trials = new LinkedHashMap<>();
        for (Initcall call : timeline.initcalls()) {
            // A module's init runs when user space asks for it, mostly after init.
            if (call.level() != InitcallLevel.MODULE) {
                KnownCause cause =
                        KnownCauses.shipped().initcall(call.function(), call.module(), version, architecture);
                if (cause != null && cause.hasRemedy() && mayBeTried(cause.words())) {
                    trials.computeIfAbsent(String.join(" ", cause.words()), words -> new Gains())
                            .add(call, cause);
                }
            }
        }
        return trials.entrySet().stream()
                .map(trial -> trial.getValue().of(trial.getKey()))
                .sorted(Comparator.comparingLong(Trial::gainHighUs).reversed().thenComparing(Trial::words))
                .toList();
    }

    private boolean mayBeTried(List<String> words) {
        CommandLine had = CommandLine.of(kernel);
        return !words.isEmpty()
                && words.stream()
                        .noneMatch(word -> NOT_TO_BE_TRIED.matcher(word).matches() || had.holds(word));
    }

    /** What one word gains by all the calls that it is advised for. */
    private final class Gains {
        private final Set<List<String>> counted = new HashSet<>();
        private long lowUs;
        private long highUs;
        private long longestUs = -1;
        private String function = "";
        private String risk = "";

        void add(Initcall call, KnownCause cause) {
            if (tookUs(call) > longestUs) {
                longestUs = tookUs(call);
                function = call.function();
                risk = cause.risk().toString();
            }
            for (Action action : cause.changes()) {
                String target = action == Action.FASTER ? call.function() : "";
                // What all calls wait for is gained once.
                if (counted.add(List.of(action.toString(), target))) {
                    WhatIf told = whatIf(action, target).orElse(null);
                    lowUs = Math.max(lowUs, told == null ? 0 : told.gainLowUs());
                    highUs += told == null ? tookUs(call) : told.gainHighUs();
                }
            }
        }

        Trial of(String words) {
            return new Trial(words, function, Math.min(lowUs, highUs), highUs, risk);
        }
    }

    private Optional<WhatIf> whatIf(Action action, String target) {
        return accounting.whatIfs().stream()
                .filter(change -> change.action() == action && change.target().equals(target))
                .findFirst();
    }

    private static long tookUs(Initcall call) {
        Long took = call.durationUs();
        return took == null ? 0 : took;
    }
}
