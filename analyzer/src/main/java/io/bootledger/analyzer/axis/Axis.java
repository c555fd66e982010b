package io.bootledger.analyzer.axis;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A boot from the first word of a loader to the login prompt.
 *
 * @param stages in the order of their lines, without gaps from the first to the last; empty where the lines stand in no order
 * @param host the clock of the host that captured the log; null where it has none, or one that cannot be aligned
 * @param startup what systemd says of the whole; null where it does not
 * @param beside what other files tell of the same boot
 */
public record Axis(
        List<AxisStage> stages,
        @Nullable HostAlignment host,
        @Nullable StartupFinished startup,
        List<SecondFile> beside) {
    public static final Axis UNKNOWN = new Axis(List.of(), null, null);

    public Axis {
        stages = List.copyOf(stages);
        beside = List.copyOf(beside);
    }

    Axis(List<AxisStage> stages, @Nullable HostAlignment host, @Nullable StartupFinished startup) {
        this(stages, host, startup, List.of());
    }

    /** The same beside other files. */
    public Axis with(List<SecondFile> files) {
        return files.isEmpty() ? this : new Axis(stages, host, startup, files);
    }

    /** What systemd says of the whole, in the log or beside it; null where it does not. */
    private @Nullable StartupFinished finished() {
        return startup != null
                ? startup
                : beside.stream()
                        .map(SecondFile::startup)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    /** Where the time of the whole went; null where no clock tells how long anything took. */
    public @Nullable AxisLedger ledger() {
        return AxisLedger.of(stages, host, finished());
    }

    /** Whether the log shows who ran before the kernel, or whom it handed over to. */
    public boolean isMoreThanKernel() {
        return startup != null
                || stages.stream().anyMatch(stage -> stage.kind() != AxisStage.Kind.KERNEL && stage.evidence() != null);
    }
}
