package io.bootledger.cli.boot;

import io.bootledger.analyzer.compare.measure.ComparedBoot;
import io.bootledger.analyzer.gate.GateResult;
import io.bootledger.analyzer.gate.GateSettings;
import io.bootledger.analyzer.gate.SequentialGate;
import io.bootledger.cli.gate.GateSides;
import io.bootledger.cli.gate.GateVerdict;
import io.bootledger.cli.input.BootSet;
import io.bootledger.cli.output.Messages;
import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.Fault;
import io.bootledger.cli.process.Interrupt;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.cli.process.TextFiles;
import io.bootledger.cli.process.Version;
import io.bootledger.reports.gate.GateHeadline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
            "It keeps each commit in a folder of its own, DIR/001, DIR/002 ..., with its verdict.json:",
            "  git bisect run bootledger bisect-run --good good/a --build 'make -s bzImage' --boot ./qemu.sh --out bisect",
            "",
            "Examples:",
            "  bootledger bisect-run --good good/a --boot './qemu.sh arch/x86/boot/bzImage' --out bisect",
            "  bootledger bisect-run --good boots/a --bad boots/b --boot ./qemu.sh --out bisect",
            "",
            "Exit codes: 0 good, 1 bad, 125 it is not built, does not boot or cannot be told: git skips it. 128 and more end the bisection: 130 wrong",
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
            names = "--bad",
            paramLabel = "LOG|GLOB|DIR",
            arity = "1..*",
            description =
                    "Boots of the bad kernel: what is slower in them decides, and nothing else that a commit makes slower.")
    private List<String> bad = List.of();

    @Option(
            names = {"--boot", "--cmd"},
            paramLabel = "CMD",
            required = true,
            description = "Boots the kernel of the commit that is checked out, and prints its console.")
    private String command = "";

    @Option(
            names = "--build",
            paramLabel = "CMD",
            description = "Builds it before, and keeps what that says; where it fails, the commit is skipped.")
    private @Nullable String build;

    @Option(
            names = "--runs",
            paramLabel = "N",
            description = "How often to boot it, 1 to 999. By itself " + SequentialGate.FIRST + ".")
    private @Nullable Integer runs;

    @Option(
            names = "--more",
            description =
                    "Boot " + SequentialGate.FIRST + " times more where these leave it open (gate --sequential); wants "
                            + SequentialGate.ALL + " good boots.")
    private boolean more;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Keep the boots and the verdict of each commit here.")
    private Path out = Path.of("");

    @Mixin
    private SeriesInput input = new SeriesInput();

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
        int times = times();
        Messages messages = new Messages(spec.commandLine().getErr(), false);
        GateSettings settings = input.settings(here, false, false);
        List<ComparedBoot> goodBoots = BootSet.read("--good", good, messages);
        refuseTooFew(goodBoots);
        Sought sought = sought(goodBoots, settings, messages);
        BootSide commit = new BootSide("boots", "--boot", command, "");
        Path folder = next(out);
        BootSeries series = input.series(folder, List.of(commit), messages);
        series.prepare();
        int[] exitCode = {BisectAnswer.SKIP};
        Interrupt.endsInItsOwnWay(series::stop, () -> {
            if (build != null && !series.build(build, folder.endsWith(name(1)))) {
                exitCode[0] =
                        series.isStopped() ? BisectAnswer.SKIP : tell(BisectAnswer.SKIP, folder, "it cannot be built");
                return;
            }
            series.bootWhileItComesUp(times);
            GateResult first = judged(series, commit, goodBoots, settings);
            if (more && first != null && GateVerdict.wantsMoreBoots(first) && !series.isStopped()) {
                messages.say(first.reason());
                series.bootWhileItComesUp(SequentialGate.ALL - SequentialGate.FIRST);
            }
            if (!series.isStopped()) {
                exitCode[0] = answer(judged(series, commit, goodBoots, settings), sought, folder);
            }
        });
        return exitCode[0];
    }

    private int times() {
        if (more && runs != null) {
            throw CommandFailure.usage("--more boots a commit " + SequentialGate.FIRST + " or " + SequentialGate.ALL
                    + " times: leave --runs out");
        }
        return BootLimits.times(runs == null ? SequentialGate.FIRST : runs);
    }

    private void refuseTooFew(List<ComparedBoot> boots) {
        long whole = boots.stream().filter(ComparedBoot::isWhole).count();
        if (more && whole < SequentialGate.ALL) {
            throw CommandFailure.usage("--more wants " + SequentialGate.ALL + " good boots, and there are " + whole
                    + ": make them with boot --runs " + SequentialGate.ALL);
        }
    }

    /** Null where any slowdown is what is looked for. */
    private @Nullable Sought sought(List<ComparedBoot> goodBoots, GateSettings settings, Messages messages) {
        if (bad.isEmpty()) {
            return null;
        }
        List<ComparedBoot> badBoots = BootSet.read("--bad", bad, messages);
        GateResult result = new GateSides(goodBoots, badBoots).judge(settings, false);
        Sought sought = Sought.in(result)
                .orElseThrow(() -> CommandFailure.unreadable(
                        "nothing is slower in --bad than in --good, so there is nothing to look for: "
                                + GateHeadline.of(result),
                        null));
        messages.say("looking for what made it slower: " + sought.words());
        return sought;
    }

    /** Null where it does not come up. */
    private @Nullable GateResult judged(
            BootSeries series, BootSide commit, List<ComparedBoot> goodBoots, GateSettings settings) {
        List<ComparedBoot> boots = series.told(commit);
        boolean comesUp = !boots.isEmpty() && series.boots().stream().allMatch(KeptBoot::isWhole);
        return comesUp ? new GateSides(goodBoots, boots).judge(settings, more) : null;
    }

    private int answer(@Nullable GateResult result, @Nullable Sought sought, Path folder) {
        if (result == null) {
            return tell(BisectAnswer.SKIP, folder, "it does not boot");
        }
        KeptVerdict.write(result, folder, here);
        String headline = GateHeadline.of(result);
        return sought == null
                ? tell(BisectAnswer.of(result), folder, headline)
                : tell(sought.answer(result), folder, sought.words(result) + "; " + headline);
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
