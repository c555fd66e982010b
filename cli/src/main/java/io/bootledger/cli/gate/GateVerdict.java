package io.bootledger.cli.gate;

import io.bootledger.analyzer.gate.GateResult;
import io.bootledger.analyzer.gate.SequentialLook;
import io.bootledger.cli.output.Messages;
import io.bootledger.cli.process.ExitCode;
import io.bootledger.cli.process.Surroundings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a verdict comes to: its exit code, and where it is told. */
public final class GateVerdict {
    @Option(
            names = "--fail-on-inconclusive",
            description = "Exit with 4, not 0, when it seems slower but that may be chance.")
    private boolean failOnInconclusive;

    @Option(
            names = "--strict",
            description = "Exit with 1, not 0, when the boot is faster as a whole and slower in part.")
    private boolean strict;

    @Mixin
    private GateReports reports = new GateReports();

    /** Before there is anything to tell: two reports in one place, or a place where nothing can be written. */
    public void refuseBadPlaces() {
        reports.refuseTwoOnStandardOutput();
        reports.refuseUnwritable();
    }

    /** Whether a trade fails. */
    public boolean strict() {
        return strict;
    }

    /** Tells it wherever that is asked for, and gives the exit code. */
    public int tell(GateResult result, GateSides sides, Surroundings here, Messages messages) {
        int exitCode = exitCode(result);
        reports.write(result, exitCode, () -> sides.compared(result.settings()), here, messages);
        return exitCode;
    }

    /** What {@code gate} ends with. */
    public int exitCode(GateResult result) {
        if (result.failed()) {
            return ExitCode.REGRESSED;
        }
        return switch (result.verdict()) {
            case INSUFFICIENT -> ExitCode.UNREADABLE;
            case INCONCLUSIVE -> failOnInconclusive || wantsMoreBoots(result) ? ExitCode.INCONCLUSIVE : ExitCode.OK;
            case OK, TRADED, DETERMINISTIC, REGRESSED -> ExitCode.OK;
        };
    }

    /** Whether more boots would decide it. */
    public static boolean wantsMoreBoots(GateResult result) {
        return result.look() != null && result.look().next() == SequentialLook.Next.BOOT_MORE;
    }
}
