package io.bootledger.analyzer.advice;

import io.bootledger.analyzer.accounting.Accounting;
import io.bootledger.analyzer.clock.ClockDoubts;
import io.bootledger.analyzer.ledger.Ledger;
import io.bootledger.analyzer.ledger.LedgerMark;
import io.bootledger.analyzer.observer.Printed;
import io.bootledger.analyzer.reading.CommandLine;
import io.bootledger.analyzer.reading.Kernel;
import io.bootledger.analyzer.reading.LogEvidence;
import io.bootledger.analyzer.reading.LogLack;
import io.bootledger.analyzer.timeline.Timeline;
import io.bootledger.analyzer.whatif.Action;
import io.bootledger.analyzer.whatif.WhatIf;
import io.bootledger.traces.event.KernelVersion;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What advice rests on: the views of one boot.
 *
 * @param lines how many lines the boot has in its log
 * @param printed how much was printed until init ran
 * @param marks the moments that split the boot
 */
public record AdviceBasis(
        Kernel kernel,
        LogEvidence evidence,
        long lines,
        Printed printed,
        Timeline timeline,
        Accounting accounting,
        List<LedgerMark> marks) {

    /** Whether the log lacks that. */
    boolean lacks(LogLack lack) {
        return lack.isIn(evidence, kernel);
    }

    CommandLine commandLine() {
        return CommandLine.of(kernel);
    }

    @Nullable
    KernelVersion version() {
        return kernel.release() == null ? null : KernelVersion.of(kernel.release());
    }

    /** The most that the first change of a kind gains, of that target; null where none is told. */
    @Nullable
    Long mostGainUs(Action action, String target) {
        return accounting.whatIfs().stream()
                .filter(change -> change.action() == action && change.target().equals(target))
                .map(WhatIf::gainHighUs)
                .findFirst()
                .orElse(null);
    }

    ClockDoubts doubts() {
        return accounting.doubts();
    }

    /** A directory below {@code arch}; null when nobody knows. */
    @Nullable
    String architecture() {
        return accounting.origins().architecture();
    }

    /** The ledger, for a rule that needs it. */
    Ledger ledger() {
        return Objects.requireNonNull(accounting.ledger());
    }

    boolean has(RequiredEvidence need) {
        return switch (need) {
            case COMMAND_LINE -> kernel.commandLine() != null;
            case VERSION -> version() != null;
            case INITCALLS -> evidence.hasInitcalls();
            case PROBES -> !timeline.probes().isEmpty();
            case LEDGER -> accounting.ledger() != null;
            case OBSERVER -> accounting.observer() != null;
        };
    }
}
