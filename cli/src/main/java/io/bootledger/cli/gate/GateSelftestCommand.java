package io.bootledger.cli.gate;

import io.bootledger.analyzer.gate.GateResult;
import io.bootledger.analyzer.gate.SelfTest;
import io.bootledger.cli.output.Messages;
import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.ExitCode;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.cli.process.TextFiles;
import io.bootledger.cli.process.Version;
import io.bootledger.reports.DurationText;
import io.bootledger.reports.Printable;
import io.bootledger.reports.gate.GateHeadline;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bootledger gate selftest}: proves that the gate can fail. */
@Command(
        name = "selftest",
        description = {
            "Prove that this gate can fail: make the candidate's longest initcall half as slow again (20 ms at least)",
            "and see whether the gate turns red and names it."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Exit codes: 0 the gate turned red as it must, 1 it did not, 2 wrong usage, 3 the boots cannot decide."
        })
final class GateSelftestCommand implements Callable<Integer> {
    private static final String TOO_NOISY =
            "  So large a rise is lost in the noise of these boots (or allowed by the budget file): boot"
                    + " more often, or on a quieter machine; bootledger gate calibrate tells what they can show.\n";

    private static final String RED_ALREADY =
            "  The gate is red to these boots as they are, for another reason: give it boots that it passes, for example the baseline's in"
                    + " two halves.\n";

    private final Surroundings here;

    @Spec
    private CommandSpec spec;

    @Mixin
    private GateInputs inputs = new GateInputs();

    GateSelftestCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        Messages messages = new Messages(spec.commandLine().getErr(), false);
        GateSides sides = inputs.sides(here, messages);
        Optional<SelfTest> made = SelfTest.of(sides.baseline(), sides.candidate(), inputs.settings(here, false));
        if (made.isEmpty()) {
            throw CommandFailure.unreadable(
                    "no initcall is in every complete boot of both sides: nothing to slow", null);
        }
        SelfTest test = made.get();
        String slowed = "with " + Printable.of(test.slowed().toString()) + " slowed by "
                + DurationText.rounded(test.slowedByUs());
        GateResult result = test.result();
        boolean decided = test.decided();
        String answer = test.passed() ? "selftest passed: " : decided ? "SELFTEST FAILED: " : "selftest cannot tell: ";
        new TextFiles(here)
                .write(
                        TextFiles.STANDARD_OUTPUT,
                        answer + slowed + " the gate says\n  " + GateHeadline.of(result) + "\n  "
                                + Printable.of(result.reason()) + "\n" + seen(test)
                                + advice(test));
        return test.passed() ? ExitCode.OK : decided ? ExitCode.REGRESSED : ExitCode.UNREADABLE;
    }

    private static String advice(SelfTest test) {
        if (test.passed()) {
            return "";
        }
        return test.isRedAlready() ? RED_ALREADY : test.decided() ? TOO_NOISY : "";
    }

    private static String seen(SelfTest test) {
        Long us = test.smallestUs();
        return us == null
                ? ""
                : "  The smallest slowdown of it that these boots show: " + DurationText.rounded(us) + "\n";
    }
}
