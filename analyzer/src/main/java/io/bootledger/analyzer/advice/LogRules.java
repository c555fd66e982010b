package io.bootledger.analyzer.advice;

import static io.bootledger.analyzer.advice.Amount.count;
import static io.bootledger.analyzer.advice.Amount.text;

import io.bootledger.analyzer.reading.LogEvidence;
import io.bootledger.analyzer.reading.LogLack;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.LevelEvidence;
import io.bootledger.analyzer.timeline.Probe;
import io.bootledger.traces.event.KernelVersion;
import java.util.List;
import java.util.Objects;

/** The log doctor: what a log does not tell, and how to get one that does. */
final class LogRules {
    /** Of a typical record, where the log tells nothing better. */
    private static final long RECORD_BYTES = 64;

    /** With less than this, a log is an excerpt, or another ring buffer than a kernel's. */
    private static final long SMALLEST_FULL_BUFFER = 1L << 12;

    private static final long LEAST_BUFFER = 1L << 20;
    private static final long LARGEST_BUFFER = 1L << 28;

    private LogRules() {}

    static List<Advice> initcallsNotRecorded(AdviceBasis grounds) {
        if (grounds.lacks(LogLack.INITCALL_LINES_HIDDEN)) {
            return log(
                    "initcall-lines-hidden",
                    "initcall_debug is on, but its lines are not in this log.",
                    "They are debug messages: the kernel keeps them, and a console does not show them.",
                    "read the log with dmesg or from /dev/kmsg, or add ignore_loglevel to the command line");
        }
        return !grounds.lacks(LogLack.NO_INITCALL_LINES)
                ? List.of()
                : log(
                        "initcalls-not-recorded",
                        "The log has no line about an initcall.",
                        "Without them there are phases at most: no durations, no levels, no order.",
                        "boot with initcall_debug " + buffer(grounds));
    }

    static List<Advice> noTimeStamps(AdviceBasis grounds) {
        return !grounds.lacks(LogLack.NO_TIME_STAMPS)
                ? List.of()
                : log(
                        "no-time-stamps",
                        "No line of the log has a time since boot.",
                        "Durations are only what the kernel reports of each call; what lies between calls is not known.",
                        "boot with printk.time=1; save a journal with journalctl -k -o short-monotonic");
    }

    static List<Advice> wallClockOnly(AdviceBasis grounds) {
        return !grounds.lacks(LogLack.COARSE_TIME_STAMPS)
                ? List.of()
                : log(
                        "wall-clock-only",
                        "The time stamps are whole seconds of a wall clock.",
                        "An initcall takes microseconds, so nothing between two calls can be measured by them.",
                        "save the log with dmesg without -T, or with journalctl -k -o short-monotonic");
    }

    static List<Advice> headLost(AdviceBasis grounds) {
        return !grounds.lacks(LogLack.HEAD_LOST)
                ? List.of()
                : log(
                        "head-lost",
                        "The beginning of the boot is missing.",
                        whatIsLeft(grounds),
                        "boot with " + buffer(grounds) + ", or capture the console from power-on");
    }

    private static String whatIsLeft(AdviceBasis grounds) {
        long bytes = bytes(grounds);
        return bytes < SMALLEST_FULL_BUFFER
                ? text("It has only %s.", count(grounds.lines(), "line"))
                : text(
                        "What is left has %s, about %d KiB; a full buffer overwrites its oldest lines.",
                        count(grounds.lines(), "line"), bytes / 1_024);
    }

    static List<Advice> messagesLost(AdviceBasis grounds) {
        LogEvidence evidence = grounds.evidence();
        if (!grounds.lacks(LogLack.MESSAGES_LOST)) {
            return List.of();
        }
        return List.of(new Advice(
                Advice.Kind.LOG,
                "messages-lost",
                text("The log says that it lost %s.", count(evidence.messagesLost(), "message")),
                "Time in which messages were lost is booked as unknown, and calls in it are missing.",
                "boot with " + buffer(grounds) + ", or save the log with dmesg instead of from a console",
                null,
                evidence.messagesLostLine() == null ? List.of() : List.of(evidence.messagesLostLine())));
    }

    static List<Advice> stampsInDoubt(AdviceBasis grounds) {
        return grounds.doubts().stretches().stream()
                .map(stretch -> new Advice(
                        Advice.Kind.LOG,
                        "stamps-in-doubt",
                        text(
                                "Stamps %s are in doubt%s.",
                                stretch.untilLine() == null ? "of the whole boot" : "up to line " + stretch.untilLine(),
                                stretch.missingUs() == null ? "" : ": they lost " + Amount.time(stretch.missingUs())),
                        "What took place there took longer than shown, or, where a counter failed, another time: "
                                + stretch.reason().words() + ".",
                        "measure there with trace_clock=local trace_event=initcall:* on the command line, and read"
                                + " /sys/kernel/tracing/trace; a machine or a host that is less busy, and a faster console,"
                                + " lose fewer ticks",
                        null,
                        List.of(stretch.evidenceLine())))
                .toList();
    }

    /** With asynchronous probing on, only the caller's id tells which probes ran on the boot thread. */
    static List<Advice> probesWithoutCaller(AdviceBasis grounds) {
        long unknown = grounds.timeline().probes().stream()
                .map(Probe::pid)
                .filter(Objects::isNull)
                .count();
        return unknown == 0 || !grounds.commandLine().probesAsynchronously()
                ? List.of()
                : log(
                        "probes-without-caller",
                        "Probes run on several threads, and the log does not say which on which.",
                        text(
                                "The command line asks for asynchronous probing, and %s no caller: they are not counted as part"
                                        + " of any initcall, so the self time of an initcall may hold some.",
                                unknown == 1 ? "1 probe has" : unknown + " probes have"),
                        "use a kernel with CONFIG_PRINTK_CALLER=y (5.1 and later)");
    }

    static List<Advice> levelsInferred(AdviceBasis grounds) {
        List<Initcall> inferred = grounds.timeline().initcalls().stream()
                .filter(call -> call.module() == null && !call.levelCertain())
                .filter(call ->
                        call.levelEvidence() == LevelEvidence.INFERRED || call.levelEvidence() == LevelEvidence.UNKNOWN)
                .toList();
        if (inferred.isEmpty()) {
            return List.of();
        }
        KernelVersion version = Objects.requireNonNull(grounds.version());
        return log(
                "levels-inferred",
                text("The level of %s is only likely, or unknown.", count(inferred.size(), "initcall")),
                version.atLeast(6, 15)
                        ? "The log does not hold a line for the beginning of each level."
                        : text("Linux %s does not print where a level begins; later kernels do.", version),
                "give the kernel's own table: --symbols System.map");
    }

    static List<Advice> unitUnknown(AdviceBasis grounds) {
        return !grounds.lacks(LogLack.KERNEL_UNKNOWN)
                ? List.of()
                : log(
                        "kernel-unknown",
                        "The log does not name its kernel.",
                        "Up to 5.17 a reported usec is 1.024 µs, so reported durations may be 2.4 % longer than shown.",
                        "save the log from its first line, the one that begins with \"Linux version\"");
    }

    private static List<Advice> log(String code, String title, String explanation, String solution) {
        return List.of(new Advice(Advice.Kind.LOG, code, title, explanation, solution, null, List.of()));
    }

    /** Room for four times the log, as a power of two ({@code kernel/printk/printk.c}, {@code log_buf_len_update}). */
    private static String buffer(AdviceBasis grounds) {
        long wanted = Math.max(LEAST_BUFFER, Math.min(LARGEST_BUFFER, 4 * bytes(grounds)));
        long size = Long.highestOneBit(wanted - 1) << 1;
        return "log_buf_len=" + size / (1L << 20) + "M";
    }

    private static long bytes(AdviceBasis grounds) {
        long messages = grounds.printed().messages();
        return messages == 0
                ? grounds.lines() * RECORD_BYTES
                : grounds.lines() * grounds.printed().bytes() / messages;
    }
}
