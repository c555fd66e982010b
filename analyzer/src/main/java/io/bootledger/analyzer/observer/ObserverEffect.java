package io.bootledger.analyzer.observer;

import io.bootledger.analyzer.timeline.DurationEvidence;
import io.bootledger.analyzer.timeline.Initcall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What measuring the boot cost it, told by the log itself. An initcall's {@code calling} line is stamped, then printed, then the
 * kernel starts its own clock; so the stamps of the two lines lie apart by more than the reported duration, and the difference
 * is the time to print one line ({@code init/main.c}, {@code do_one_initcall}; {@code kernel/printk}). Never subtracted from
 * anything.
 *
 * @param sampledCalls initcalls that tell: after the clock source switch, with both clocks
 * @param nsPerByte nanoseconds per printed byte: the median
 * @param lowNsPerByte the first quartile
 * @param highNsPerByte the third quartile
 * @param printed what was printed until init ran
 * @param console the serial console of the command line; null when there is none
 */
public record ObserverEffect(
        int sampledCalls,
        long nsPerByte,
        long lowNsPerByte,
        long highNsPerByte,
        Printed printed,
        @Nullable ConsoleOption console) {
    /** Fewer calls do not tell. */
    private static final int FEWEST_CALLS = 20;

    /** The effect as far as the log tells it; null when too few calls have both clocks. */
    public static @Nullable ObserverEffect of(List<Initcall> initcalls, Printed printed, @Nullable String commandLine) {
        long[] ratios = sample(initcalls).stream()
                .mapToLong(ObserverEffect::nsPerByte)
                .sorted()
                .toArray();
        if (ratios.length < FEWEST_CALLS) {
            return null;
        }
        return new ObserverEffect(
                ratios.length,
                quantile(ratios, 2),
                quantile(ratios, 1),
                quantile(ratios, 3),
                printed,
                ConsoleOption.of(commandLine));
    }

    /** The initcalls that tell what printing their line took. */
    public static List<Initcall> sample(List<Initcall> initcalls) {
        return initcalls.stream().filter(ObserverEffect::tells).toList();
    }

    private static boolean tells(Initcall initcall) {
        return initcall.durationEvidence() == DurationEvidence.REPORTED
                && initcall.startUs() != null
                && initcall.endUs() != null
                && initcall.module() == null;
    }

    private static long nsPerByte(Initcall initcall) {
        long printingUs = initcall.knownEndUs() - initcall.knownStartUs() - initcall.knownDurationUs();
        int bytes = PrintedProjection.callingLength(initcall.symbol()) + PrintedProjection.STAMP_AND_LINE_END;
        return printingUs * 1_000 / bytes;
    }

    private static long quantile(long[] sorted, int quarter) {
        return Math.max(0, sorted[(sorted.length - 1) * quarter / 4]);
    }

    /** The most likely cost of printing until init ran, in microseconds. */
    public long costUs() {
        return nsPerByte * printed.bytes() / 1_000;
    }

    public long lowCostUs() {
        return lowNsPerByte * printed.bytes() / 1_000;
    }

    public long highCostUs() {
        return highNsPerByte * printed.bytes() / 1_000;
    }

    /**
     * Whether the speed of the serial line explains the cost: the measured time per byte is its time per byte, give or take a
     * third. Null when the command line names no speed.
     */
    public @Nullable Boolean explainedByBaud() {
        Long line = console == null ? null : console.nsPerByte();
        return line == null ? null : Math.abs(nsPerByte - line) * 3 <= line;
    }
}
