package io.bootledger.analyzer.advice;

import static io.bootledger.analyzer.advice.Amount.text;
import static io.bootledger.analyzer.advice.Amount.time;

import io.bootledger.analyzer.observer.Console;
import io.bootledger.analyzer.observer.ObserverEffect;
import io.bootledger.analyzer.reading.CommandLine;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What printing the log cost. */
final class ConsoleRule {
    private static final long LEAST_US = 20_000;
    /** Less is not worth a word. */
    private static final long LEAST_PER_MILLE = 50;

    private ConsoleRule() {}

    static List<Advice> consoleCost(Grounds grounds) {
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
        Console console = effect.console();
        Boolean explained = effect.explainedByBaud();
        if (console == null || explained == null) {
            return "";
        }
        return text(
                explained
                        ? "; the speed of the line explains it (%d ns a byte)"
                        : "; the speed of the line alone would be %d ns a byte",
                console.nsPerByte());
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
