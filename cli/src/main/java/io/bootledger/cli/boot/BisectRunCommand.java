package io.bootledger.cli.boot;

import io.bootledger.analyzer.compare.measure.ComparedBoot;
import io.bootledger.analyzer.gate.GateResult;
import io.bootledger.analyzer.gate.GateSettings;
import io.bootledger.analyzer.gate.SequentialGate;
import io.bootledger.cli.gate.GateSides;
import io.bootledger.cli.gate.GateVerdict;
import io.bootledger.cli.gate.RuleInput;
import io.bootledger.cli.input.BootSet;
import io.bootledger.cli.output.Messages;
import io.bootledger.cli.process.AllowedDifferences;
import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.Fault;
import io.bootledger.cli.process.Interrupt;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.cli.process.TextFiles;
import io.bootledger.cli.process.Version;
import io.bootledger.reports.gate.GateHeadline;
import io.bootledger.reports.gate.GateJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bootledger bisect-run}: boots the commit that is checked out, and answers as {@code git bisect run} wants it. */
@Command(
        name = "bisect-run",
        description =
                "Boot the commit that is checked out, judge it against good boots, and tell git bisect run by the exit code.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        exitCodeOnInvalidInput = BisectAnswer.ABORT_USAGE,
        footer = {
            "",
            "It builds nothing itself, and keeps each commit in a folder of its own, DIR/001, DIR/002 ..., with its verdict.json:",
            "  git bisect run sh -c 'make -s bzImage || exit 125; bootledger bisect-run --good good/a --cmd ./qemu.sh --out bisect'",
            "",
            "Examples:",
            "  bootledger bisect-run --good good/a --cmd './qemu.sh arch/x86/boot/bzImage' --out bisect",
            "",
            "Exit codes: 0 good, 1 bad, 125 it does not boot or cannot be told: git skips it. 128 and more end the bisection: 130 wrong",
            "usage, 131 an input cannot be read or an output not be written, 198 a fault of bootledger itself. More: docs/boot.md"
        })
public final class BisectRunCommand implements Callable<Integer> {
    private final Surroundings here;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--good",
            paramLabel = "LOG|GLOB|DIR",
            arity = "1..*",
            required = true,
            description = "Boots of a good kernel, on the same machine: six or more.")
    private List<String> good = List.of();

    @Option(
            names = "--cmd",
            paramLabel = "CMD",
            required = true,
            description = "Boots the kernel of the commit that is checked out, and prints its console.")
    private String command = "";

    @Option(
            names = "--runs",
            paramLabel = "N",
            description = "How often to boot it, 1 to 999. By itself " + SequentialGate.FIRST + ".")
    private int runs = SequentialGate.FIRST;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Keep the boots and the verdict of each commit here.")
    private Path out = Path.of("");

    @Mixin
    private BootLimits limits = new BootLimits();

    @Mixin
    private RuleInput rule = new RuleInput();

    @Mixin
    private AllowedDifferences allowed = new AllowedDifferences();

    public BisectRunCommand(Surroundings here) {
        this.here = here;
    }

    /** What would be a code of ours elsewhere is an answer to git here: whatever goes wrong has to end the bisection. */
    @Override
    public Integer call() {
        try {
            return answered();
        } catch (CommandFailure failure) {
            failure.sentence().ifPresent(spec.commandLine().getErr()::println);
            return BisectAnswer.abort(failure.exitCode());
        } catch (RuntimeException | Error fault) {
            return BisectAnswer.abort(Fault.said(fault, spec.commandLine().getErr(), here.debug()));
        }
    }

    private int answered() {
        int times = BootLimits.times(runs);
        Messages messages = new Messages(spec.commandLine().getErr(), false);
        GateSettings settings = rule.settings(here, false, allowed.keys(), false);
        List<ComparedBoot> goodBoots = BootSet.read("--good", good, messages);
        BootSide commit = new BootSide("boots", command);
        Path folder = next(out);
        BootSeries series = new BootSeries(
                folder, List.of(commit), limits.values(), messages, boot -> messages.say(BootWords.of(boot)));
        series.prepare();
        int[] exitCode = {BisectAnswer.SKIP};
        Interrupt.endsInItsOwnWay(series::stop, () -> {
            series.bootWhileItComesUp(times);
            if (series.isStopped()) {
                return;
            }
            exitCode[0] = answer(
                    series.boots().stream().allMatch(KeptBoot::isWhole),
                    goodBoots,
                    series.told(commit),
                    settings,
                    folder);
        });
        return exitCode[0];
    }

    private int answer(
            boolean comesUp,
            List<ComparedBoot> goodBoots,
            List<ComparedBoot> boots,
            GateSettings settings,
            Path folder) {
        if (!comesUp || boots.isEmpty()) {
            return tell(BisectAnswer.SKIP, folder, "it does not boot");
        }
        GateResult result = new GateSides(goodBoots, boots).judge(settings, false);
        int exitCode = BisectAnswer.of(result);
        new TextFiles(here)
                .write(
                        folder.resolve("verdict.json").toString(),
                        GateJson.of(result, new GateVerdict().exitCode(result)));
        return tell(exitCode, folder, GateHeadline.of(result));
    }

    private int tell(int exitCode, Path folder, String why) {
        new TextFiles(here)
                .write(TextFiles.STANDARD_OUTPUT, BisectAnswer.word(exitCode) + " (" + folder + "): " + why + "\n");
        return exitCode;
    }

    /** The first of its folders that is not there. */
    private static Path next(Path folder) {
        int number = 1;
        while (Files.exists(folder.resolve(name(number)))) {
            number++;
        }
        return folder.resolve(name(number));
    }

    private static String name(int number) {
        return String.format(Locale.ROOT, "%03d", number);
    }
}
