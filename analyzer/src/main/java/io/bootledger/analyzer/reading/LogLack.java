package io.bootledger.analyzer.reading;

import io.bootledger.analyzer.reading.Diagnostic.Severity;
import java.util.function.BiPredicate;

/** What a log can lack. A diagnostic states it, advice says how to get a better one, and a comparison refuses what it cannot do without. */
public enum LogLack {
    INITCALL_LINES_HIDDEN(
            "initcall-lines-hidden", Severity.ERROR, (log, kernel) -> !log.hasInitcalls() && wantsInitcalls(kernel)),
    NO_INITCALL_LINES(
            "no-initcall-lines", Severity.ERROR, (log, kernel) -> !log.hasInitcalls() && !wantsInitcalls(kernel)),
    HEAD_LOST("head-lost", Severity.WARNING, (log, kernel) -> log.headLost()),
    KERNEL_UNKNOWN("kernel-unknown", Severity.INFO, (log, kernel) -> kernel.release() == null && log.hasInitcalls()),
    NO_TIME_STAMPS(
            "no-time-stamps",
            Severity.WARNING,
            (log, kernel) -> log.stamps().stamped() == 0 && log.stamps().unstamped() > 0),
    COARSE_TIME_STAMPS(
            "coarse-time-stamps",
            Severity.WARNING,
            (log, kernel) -> log.stamps().wholeSeconds() && log.stamps().stamped() > 1 && log.hasInitcalls()),
    MESSAGES_LOST("messages-lost", Severity.WARNING, (log, kernel) -> log.messagesLost() > 0);

    private final String code;
    private final Severity severity;
    private final BiPredicate<LogEvidence, Kernel> lacks;

    LogLack(String code, Severity severity, BiPredicate<LogEvidence, Kernel> lacks) {
        this.code = code;
        this.severity = severity;
        this.lacks = lacks;
    }

    /** A stable word for programs. */
    public String code() {
        return code;
    }

    Severity severity() {
        return severity;
    }

    public boolean isIn(LogEvidence log, Kernel kernel) {
        return lacks.test(log, kernel);
    }

    private static boolean wantsInitcalls(Kernel kernel) {
        return CommandLine.of(kernel).hasFlag("initcall_debug");
    }
}
