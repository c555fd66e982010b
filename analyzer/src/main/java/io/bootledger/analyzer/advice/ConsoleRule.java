package io.bootledger.analyzer.advice;

import static io.bootledger.analyzer.advice.Amount.text;
import static io.bootledger.analyzer.advice.Amount.time;

import io.bootledger.analyzer.ledger.LedgerMark;
import io.bootledger.analyzer.observer.ConsoleOption;
import io.bootledger.analyzer.observer.ObserverEffect;
import io.bootledger.analyzer.reading.CommandLine;
import io.bootledger.analyzer.timeline.Probe;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What printing the log cost. */
final class ConsoleRule {
    private static final long LEAST_US = 20_000;
    /** Less is not worth a word. */
    private static final long LEAST_PER_MILLE = 50;

    private ConsoleRule() {}

    static List<Advice> consoleCost(AdviceBasis grounds) {
        ObserverEffect effect = Objects.requireNonNull(grounds.accounting().observer());
        long total = grounds.ledger().totalUs();
        long cost = effect.costUs();
        if (cost < LEAST_US || cost * 1_000 < total * LEAST_PER_MILLE || cost > total) {
            return List.of();
        }
        return List.of(new Advice(
                Advice.Kind.BOOT,
                "console-cost",
                text(
                        "About %s of %s went into printing%s.",
                        time(cost), time(total), effect.console() == null ? "" : " to " + effect.console()),
                explanation(effect),
                solution(grounds.commandLine()),
                cost,
                List.of()));
    }

    /** A probe that registers a console prints on it all that was logged before: that, more than the device, takes its time. */
    static List<Advice> consoleProbes(AdviceBasis grounds) {
        return grounds.timeline().probes().stream()
                .filter(probe -> probe.durationUs() != null && probe.durationUs() >= LEAST_US)
                .flatMap(
                        probe -> registered(probe, grounds.marks()).stream().map(mark -> ofProbe(probe, mark, grounds)))
                .toList();
    }

    private static Advice ofProbe(Probe probe, LedgerMark mark, AdviceBasis grounds) {
        long us = probe.knownDurationUs();
        String console = Objects.requireNonNull(mark.name(), "the mark of a console has its name");
        return new Advice(
                Advice.Kind.BOOT,
                "console-probe",
                text("The probe of %s took %s and registered %s.", probe.device(), time(us), console),
                "All that was logged before is printed on it then, at the speed of the line.",
                solution(grounds.commandLine()),
                us,
                false,
                List.of(mark.line(), probe.line()),
                KnownCause.Risk.LOW.toString(),
                "kernel/printk/printk.c:register_console");
    }

    /** The console that a probe registers, if it does. */
    static Optional<LedgerMark> registered(Probe probe, List<LedgerMark> marks) {
        Long start = probe.startUs();
        Long end = probe.endUs();
        return start == null || end == null
                ? Optional.empty()
                : marks.stream()
                        .filter(mark -> mark.isConsole() && mark.line() < probe.line())
                        .filter(mark -> mark.timeUs() >= start && mark.timeUs() <= end)
                        .findFirst();
    }

    private static String explanation(ObserverEffect effect) {
        return text(
                "%d messages, about %d KiB, at %d ns a byte: between %s and %s. Measured on %d initcalls, whose stamps lie"
                        + " further apart than the call took%s.",
                effect.printed().messages(),
                effect.printed().bytes() / 1_024,
                effect.nsPerByte(),
                time(effect.lowCostUs()),
                time(effect.highCostUs()),
                effect.sampledCalls(),
                baud(effect));
    }

    private static String baud(ObserverEffect effect) {
        ConsoleOption console = effect.console();
        Long nsPerByte = console == null ? null : console.nsPerByte();
        Boolean explained = effect.explainedByBaud();
        if (nsPerByte == null || explained == null) {
            return "";
        }
        return text(
                explained
                        ? "; the speed of the line explains it (%d ns a byte)"
                        : "; the speed of the line alone would be %d ns a byte",
                nsPerByte);
    }

    private static String solution(CommandLine words) {
        List<String> louder =
                Stream.of("ignore_loglevel", "debug").filter(words::hasFlag).toList();
        String without = louder.isEmpty() ? "" : " and without " + String.join(", ", louder);
        return words.hasFlag("quiet") && louder.isEmpty()
                ? "boot without initcall_debug when not measuring"
                : "boot with quiet" + without + "; initcall_debug is for measuring, and dmesg keeps its lines";
    }
}
