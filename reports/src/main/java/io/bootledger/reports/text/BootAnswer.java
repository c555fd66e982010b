package io.bootledger.reports.text;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.failures.Failure;
import io.bootledger.analyzer.failures.Failure.Severity;
import io.bootledger.analyzer.ledger.Account;
import io.bootledger.analyzer.ledger.Ledger;
import io.bootledger.analyzer.probes.Deferral;
import io.bootledger.analyzer.replay.RunningCall;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Probe;
import io.bootledger.reports.DurationText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A boot in a sentence or two: how it ended, what its time went to, and what failed.
 *
 * @param died whether it did
 * @param line of the log that shows how it died, where it hangs, or what ran where the log breaks off; null where none does
 */
public record BootAnswer(
        List<Part> parts, boolean died, @Nullable Long line) {
    /**
     * A piece of the sentence.
     *
     * @param shows what it leads to: a table of the page, {@code bill}, or nothing
     */
    public record Part(String text, @Nullable String shows) {}

    private static final String FAILURES = "failures";

    /** Less than this of the total is not worth a word. */
    private static final int LEAST_PERCENT = 2;

    /** Sorts of time that a sentence need not tell apart. */
    private enum Share {
        INITCALLS(Account.Kind.INITCALL),
        PROBES(Account.Kind.PROBE),
        BETWEEN(Account.Kind.GAP, Account.Kind.LEVEL_CHANGE),
        BEFORE(Account.Kind.BEFORE_INITCALLS),
        AFTER(
                Account.Kind.ASYNC_WAIT,
                Account.Kind.ROOT_MOUNT,
                Account.Kind.FREE_INIT_MEMORY,
                Account.Kind.WRITE_PROTECT,
                Account.Kind.UNTIL_INIT),
        UNKNOWN(Account.Kind.UNKNOWN);

        private final Set<Account.Kind> kinds;

        Share(Account.Kind first, Account.Kind... more) {
            this.kinds = EnumSet.of(first, more);
        }

        private long us(Ledger ledger) {
            return kinds.stream().mapToLong(ledger::us).sum();
        }
    }

    public BootAnswer {
        parts = List.copyOf(parts);
    }

    /** Without links. */
    public String text() {
        return parts.stream().map(Part::text).collect(Collectors.joining());
    }

    public static BootAnswer of(BootAnalysis boot) {
        List<Part> parts = new ArrayList<>();
        EndingSentence ending = EndingSentence.of(boot);
        boolean whole =
                boot.milestones().handover() != null || boot.milestones().init() != null;
        RunningCall cutOff = whole ? null : EndingSentence.cutOff(boot);
        Failure fatal = boot.failures().stream()
                .filter(failure -> failure.severity() == Severity.FATAL)
                .findFirst()
                .orElse(null);
        // The name of a function that never returned begins the sentence then, and is written as it is.
        boolean named = !EndingSentence.neverReturned(boot).isEmpty();
        ended(named ? ending.sentence() : capital(ending.sentence()), fatal == null ? null : FAILURES, parts);
        Ledger ledger = boot.accounting().ledger();
        if (ledger != null && ledger.totalUs() > 0) {
            parts.add(new Part(fatal == null ? ": " : ". Until then ", null));
            shares(boot, ledger, parts);
        } else {
            longest(boot, parts);
        }
        parts.add(new Part(".", null));
        Failure fault = EndingSentence.fault(boot);
        failures(boot, whole, fault, parts);
        return new BootAnswer(parts, fatal != null || fault != null, line(fault == null ? fatal : fault, cutOff));
    }

    /** How it ended leads there; what it adds may be long, and is words. */
    private static void ended(String sentence, @Nullable String shows, List<Part> parts) {
        int end = sentence.indexOf("; ");
        parts.add(new Part(end < 0 ? sentence : sentence.substring(0, end), shows));
        if (end >= 0) {
            parts.add(new Part(sentence.substring(end), null));
        }
    }

    private static @Nullable Long line(@Nullable Failure failure, @Nullable RunningCall cutOff) {
        if (failure != null) {
            return failure.line();
        }
        return cutOff == null ? null : Long.valueOf(cutOff.line());
    }

    /** A path stays as it is. */
    private static String capital(String sentence) {
        return sentence.isEmpty() ? "" : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }

    private static void shares(BootAnalysis boot, Ledger ledger, List<Part> parts) {
        List<Share> shares = EnumSet.allOf(Share.class).stream()
                .filter(share -> share.us(ledger) * 100 >= ledger.totalUs() * LEAST_PERCENT)
                .sorted(Comparator.comparingLong((Share share) -> share.us(ledger))
                        .reversed())
                .toList();
        for (int i = 0; i < shares.size(); i++) {
            if (i > 0) {
                parts.add(new Part(i + 1 < shares.size() ? ", " : " and ", null));
            }
            parts.add(new Part(DurationText.rounded(shares.get(i).us(ledger)), "bill"));
            share(shares.get(i), boot, ledger, parts);
        }
    }

    /** Without time stamps the kernel's own durations are all there is. */
    private static void longest(BootAnalysis boot, List<Part> parts) {
        boot.timeline().initcalls().stream()
                .filter(call -> call.durationUs() != null && call.knownDurationUs() > 0)
                .max(Comparator.comparingLong(Initcall::knownDurationUs))
                .ifPresent(call -> {
                    parts.add(new Part("; the longest of ", null));
                    parts.add(new Part(
                            counted(boot.timeline().initcalls().size(), "initcall", "initcalls"), "initcalls"));
                    parts.add(new Part(
                            " is " + call.function() + ", " + DurationText.rounded(call.knownDurationUs()), null));
                });
    }

    private static void share(Share share, BootAnalysis boot, Ledger ledger, List<Part> parts) {
        switch (share) {
            case INITCALLS -> {
                parts.add(new Part(" in ", null));
                parts.add(new Part(counted(calls(boot, ledger), "initcall", "initcalls"), "initcalls"));
            }
            case PROBES -> {
                parts.add(new Part(" probing ", null));
                parts.add(new Part(counted(devices(boot, ledger), "device", "devices"), "probes"));
                if (mostlyDeferred(boot)) {
                    parts.add(new Part(", mostly such as were ", null));
                    parts.add(new Part("put off", "deferrals"));
                }
            }
            case BETWEEN -> parts.add(new Part(" between initcalls", null));
            case BEFORE -> parts.add(new Part(tells(boot) ? " before the first" : " before initcalls", null));
            case AFTER -> parts.add(new Part(tells(boot) ? " after the last" : " after initcalls", null));
            case UNKNOWN -> parts.add(new Part(" of which the log does not tell", null));
        }
    }

    /** Whether the log has initcalls, of which there is a first and a last. */
    private static boolean tells(BootAnalysis boot) {
        return !boot.timeline().initcalls().isEmpty();
    }

    private static long calls(BootAnalysis boot, Ledger ledger) {
        return boot.timeline().initcalls().stream()
                .map(Initcall::startUs)
                .filter(start -> start != null && start <= ledger.toUs())
                .count();
    }

    private static long devices(BootAnalysis boot, Ledger ledger) {
        return boot.timeline().probes().stream()
                .filter(probe -> probe.startUs() != null && probe.startUs() <= ledger.toUs())
                .map(Probe::device)
                .distinct()
                .count();
    }

    /** More than half of the time went to devices that had to be tried again. */
    private static boolean mostlyDeferred(BootAnalysis boot) {
        Set<String> deferred =
                boot.accounting().deferrals().stream().map(Deferral::device).collect(Collectors.toSet());
        List<@Nullable Long> selves = boot.accounting().nesting().probeSelfUs();
        long all = 0;
        long again = 0;
        for (int i = 0; i < selves.size(); i++) {
            Long self = selves.get(i);
            all += self == null ? 0 : self;
            boolean was = deferred.contains(boot.timeline().probes().get(i).device());
            again += self == null || !was ? 0 : self;
        }
        return again * 2 > all;
    }

    /** @param told that the sentence told already */
    private static void failures(BootAnalysis boot, boolean whole, @Nullable Failure told, List<Part> parts) {
        long toldReal = told != null && told.severity() == Severity.REAL ? 1 : 0;
        long fatal = count(boot, Severity.FATAL) + toldReal;
        long real = count(boot, Severity.REAL) - toldReal;
        long perhaps = count(boot, Severity.SUSPICIOUS);
        if (fatal == 0 || real + perhaps > 0) {
            parts.add(new Part(" ", null));
        }
        if (fatal == 0 && real == 0) {
            parts.add(new Part(withoutFailure(boot, whole), null));
        } else if (real > 0) {
            parts.add(new Part(
                    counted(real, fatal > 0 ? "more failure" : "failure", fatal > 0 ? "more failures" : "failures"),
                    FAILURES));
        }
        if (perhaps > 0) {
            parts.add(new Part(fatal > 0 && real == 0 ? "" : ", ", null));
            parts.add(new Part(perhaps + " to look at", FAILURES));
        }
        if (fatal == 0 || real + perhaps > 0) {
            parts.add(new Part(".", null));
        }
    }

    /** No more than the log can tell. */
    private static String withoutFailure(BootAnalysis boot, boolean whole) {
        if (boot.timeline().initcalls().isEmpty()) {
            return "No failure in this log, which does not tell of initcalls";
        }
        return whole && !boot.reading().headLost() ? "Nothing failed" : "Nothing failed in this log";
    }

    private static long count(BootAnalysis boot, Severity severity) {
        return boot.failures().stream()
                .filter(failure -> failure.severity() == severity)
                .count();
    }

    private static String counted(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
