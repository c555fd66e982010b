package io.bootledger.reports.metrics;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.failures.Failure;
import io.bootledger.analyzer.ledger.Ledger;
import io.bootledger.analyzer.levels.LevelSummary;
import io.bootledger.analyzer.phases.Phase;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.reports.LedgerKind;
import io.bootledger.reports.metrics.OpenMetrics.Family;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes boots as OpenMetrics gauges, few enough to keep for every boot: totals, and of the initcalls the longest. The label {@code
 * boot} counts the boots from 1. What a log does not tell has no sample. The format wants the samples of a metric together, so that
 * they are held until the end.
 */
public final class BootMetrics {
    /** So many initcalls of a boot have a metric of their own. */
    public static final int MOST_INITCALLS = 50;

    private final OutputStream out;
    private final OpenMetrics metrics = new OpenMetrics();
    private final Family facts = metrics.info("boot", "What booted.");
    private final Family reachedInit =
            metrics.gauge("boot_reached_init", "Whether the log shows that init ran: 1, else 0.");
    private final Family total =
            metrics.seconds("boot_duration_seconds", "From the first record until init ran, or until the log ends.");
    private final Family accounts = metrics.seconds(
            "boot_account_duration_seconds",
            "Where that time went, by sort of time; they add up to boot_duration_seconds.");
    private final Family phases = metrics.seconds("boot_phase_duration_seconds", "From one milestone to the next.");
    private final Family levels =
            metrics.seconds("boot_level_duration_seconds", "The durations of the initcalls of a level, added up.");
    private final Family levelInitcalls = metrics.gauge("boot_level_initcalls", "How many initcalls a level has.");
    private final Family initcalls =
            metrics.seconds("boot_initcall_duration_seconds", "The " + MOST_INITCALLS + " longest initcalls.");
    private final Family failures = metrics.gauge("boot_failures", "What went wrong, by severity.");
    private final Family deferred = metrics.gauge("boot_deferred_devices", "Devices whose probe was put off.");
    private int boots;

    private BootMetrics(OutputStream out) {
        this.out = out;
    }

    /** Begins a text. The stream is not closed with it. */
    public static BootMetrics begin(OutputStream out) {
        return new BootMetrics(out);
    }

    /** Takes the numbers of a boot. */
    public void add(BootAnalysis boot) {
        String number = Integer.toString(++boots);
        facts.number(
                1,
                "boot",
                number,
                "source",
                boot.source(),
                "kernel",
                known(boot.kernel().release()),
                "machine",
                known(boot.kernel().machine()));
        reachedInit.number(boot.milestones().reachedInit() ? 1 : 0, "boot", number);
        ledger(number, boot.accounting().ledger());
        boot.phases().forEach(phase -> phase(number, phase));
        boot.levels().forEach(level -> level(number, level));
        longest(boot).forEach(call -> initcall(number, call));
        for (Failure.Severity severity : Failure.Severity.values()) {
            failures.number(count(boot, severity), "boot", number, "severity", severity.toString());
        }
        deferred.number(boot.accounting().deferrals().size(), "boot", number);
    }

    /** Writes the text. */
    public void end() throws IOException {
        out.write(metrics.text().getBytes(StandardCharsets.UTF_8));
    }

    private void ledger(String boot, @Nullable Ledger ledger) {
        if (ledger != null) {
            total.micros(ledger.totalUs(), "boot", boot);
            LedgerKind.of(ledger)
                    .forEach(kind -> accounts.micros(
                            kind.us(), "boot", boot, "account", kind.kind().toString()));
        }
    }

    private void phase(String boot, Phase phase) {
        if (phase.startUs() != null && phase.endUs() != null) {
            phases.micros(
                    phase.endUs() - phase.startUs(),
                    "boot",
                    boot,
                    "phase",
                    phase.kind().toString());
        }
    }

    private void level(String boot, LevelSummary level) {
        levels.micros(level.durationUs(), "boot", boot, "level", level.level().toString());
        levelInitcalls.number(
                level.count(), "boot", boot, "level", level.level().toString());
    }

    private static Stream<Initcall> longest(BootAnalysis boot) {
        return boot.timeline().initcalls().stream()
                .filter(call -> call.durationUs() != null)
                .sorted(Comparator.comparingLong(Initcall::knownDurationUs)
                        .reversed()
                        .thenComparingInt(Initcall::ordinal))
                .limit(MOST_INITCALLS);
    }

    /** One function may be called more than once: the ordinal tells the runs apart. */
    private void initcall(String boot, Initcall call) {
        initcalls.micros(
                call.knownDurationUs(),
                "boot",
                boot,
                "ordinal",
                Integer.toString(call.ordinal()),
                "function",
                call.function(),
                "module",
                known(call.module()),
                "level",
                call.level() == null ? "" : call.level().toString());
    }

    private static long count(BootAnalysis boot, Failure.Severity severity) {
        return boot.failures().stream()
                .filter(failure -> failure.severity() == severity)
                .count();
    }

    /** An empty label is the same as none. */
    private static String known(@Nullable String text) {
        return text == null ? "" : text;
    }
}
