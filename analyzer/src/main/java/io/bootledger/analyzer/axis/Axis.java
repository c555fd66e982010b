package io.bootledger.analyzer.axis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A boot from the first word of a loader to the login prompt.
 *
 * @param stages in the order of their lines, without gaps from the first to the last; empty where the lines stand in no order
 * @param host the clock of the host that captured the log; null where it has none, or one that cannot be aligned
 * @param startup what systemd says of the whole; null where it does not
 */
public record Axis(
        List<AxisStage> stages,
        @Nullable HostAlignment host,
        @Nullable StartupFinished startup) {
    public static final Axis UNKNOWN = new Axis(List.of(), null, null);

    /** Where the time of the whole went; null where no clock tells how long anything took. */
    public @Nullable AxisLedger ledger() {
        return AxisLedger.of(stages, host);
    }

    /** Whether the log shows who ran before the kernel, or whom it handed over to. */
    public boolean isMoreThanKernel() {
        return startup != null
                || stages.stream().anyMatch(stage -> stage.kind() != AxisStage.Kind.KERNEL && stage.evidence() != null);
    }
}
