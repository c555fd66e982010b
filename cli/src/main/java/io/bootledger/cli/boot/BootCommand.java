package io.bootledger.cli.boot;

import io.bootledger.analyzer.gate.GateResult;
import io.bootledger.analyzer.gate.GateSettings;
import io.bootledger.analyzer.gate.SequentialGate;
import io.bootledger.cli.gate.GateSides;
import io.bootledger.cli.gate.GateVerdict;
import io.bootledger.cli.output.Messages;
import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.ExitCode;
import io.bootledger.cli.process.Interrupt;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.cli.process.TextFiles;
import io.bootledger.cli.process.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bootledger boot}: boots one kernel again and again, or two in turn, and judges the one against the other. */
@Command(
        name = "boot",
        description =
                "Boot one kernel, or two in turn, by commands of yours; keep the logs, and judge b against a as gate does.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "A command is run by sh in a session of its own, and whatever it started is ended with the boot. It is told",
            "BOOTLEDGER_SIDE (a or b) and BOOTLEDGER_BOOT (1, 2 ...). Ctrl-C ends the boot that runs; those before it are judged.",
            "",
            "Examples:",
            "  bootledger boot --a './qemu.sh old/bzImage' --b './qemu.sh new/bzImage' --out boots",
            "  bootledger boot --a './qemu.sh old' --b './qemu.sh new' --more --out boots --junit gate.xml",
            "  bootledger boot --a './power-cycle.sh' --serial /dev/ttyUSB0,115200 --runs 20 --mark 'login:' --timeout 90s",
            "  bootledger boot --a 'virtme-ng --run old' --terminal --runs 1",
            "",
            "Exit codes: those of gate with two commands; with --a alone 0, or 3 where no boot came up. More: docs/boot.md"
        })
public final class BootCommand implements Callable<Integer> {
    private final Surroundings here;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--a",
            paramLabel = "CMD",
            required = true,
            description = "Boots the kernel as it was, and prints its console.")
    private String a = "";

    @Option(names = "--b", paramLabel = "CMD", description = "Boots the kernel to judge, on the same machine.")
    private @Nullable String b;

    @Option(
            names = "--runs",
            paramLabel = "N",
            description = "How often to boot each, 1 to 999. By itself " + SequentialGate.FIRST
                    + ", the fewest that the gate works well with.")
    private @Nullable Integer runs;

    @Option(
            names = "--more",
            description =
                    "Boot until decided: six of each, and six more of each where these leave it open (gate --sequential).")
    private boolean more;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Keep the logs here, as a/001.log, b/001.log ..., boot.json, and with two kernels verdict.json; a new or"
                            + " empty folder. By itself boots, or boots-2 ... where that is taken.")
    private @Nullable Path out;

    @Mixin
    private SeriesInput input = new SeriesInput();

    @Mixin
    private BootStore store = new BootStore();

    @Mixin
    private GateVerdict verdict = new GateVerdict();

    public BootCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        int times = times();
        verdict.refuseBadPlaces();
        Messages messages = new Messages(spec.commandLine().getErr(), false);
        Path place = out == null ? free() : out;
        BootSide before = new BootSide("a", a);
        BootSide after = b == null ? null : new BootSide("b", b);
        GateSettings settings = input.settings(here, true, verdict.strict());
        BootSeries series = input.series(place, sides(before, after), messages);
        store.prepare(here);
        series.prepare();
        int[] exitCode = new int[1];
        Interrupt.endsInItsOwnWay(series::stop, () -> {
            series.boot(times);
            exitCode[0] =
                    after == null ? tell(series.boots()) : judge(series, before, after, settings, place, messages);
            store.keep(series.boots(), here);
        });
        return exitCode[0];
    }

    private static Path free() {
        int number = 1;
        while (Files.exists(Path.of(name(number)))) {
            number++;
        }
        return Path.of(name(number));
    }

    private static String name(int number) {
        return number == 1 ? "boots" : "boots-" + number;
    }

    private int times() {
        if (more && (b == null || runs != null)) {
            throw CommandFailure.usage("--more boots two kernels " + SequentialGate.FIRST + " or " + SequentialGate.ALL
                    + " times each: give --a and --b, and leave --runs out");
        }
        return BootLimits.times(runs == null ? SequentialGate.FIRST : runs);
    }

    private static List<BootSide> sides(BootSide before, @Nullable BootSide after) {
        List<BootSide> sides = new ArrayList<>(List.of(before));
        if (after != null) {
            sides.add(after);
        }
        return sides;
    }

    private int tell(List<KeptBoot> boots) {
        new TextFiles(here).write(TextFiles.STANDARD_OUTPUT, BootWords.of(boots));
        return boots.stream().anyMatch(KeptBoot::isWhole) ? ExitCode.OK : ExitCode.UNREADABLE;
    }

    private int judge(
            BootSeries series, BootSide before, BootSide after, GateSettings settings, Path place, Messages messages) {
        GateSides sides = sides(series, before, after);
        GateResult result = sides.judge(settings, more);
        if (GateVerdict.wantsMoreBoots(result) && !series.isStopped()) {
            messages.say(result.reason());
            series.boot(SequentialGate.ALL - SequentialGate.FIRST);
            sides = sides(series, before, after);
            result = sides.judge(settings, true);
        }
        KeptVerdict.write(result, place, here);
        return verdict.tell(result, sides, here, messages);
    }

    private static GateSides sides(BootSeries series, BootSide before, BootSide after) {
        GateSides sides = new GateSides(series.told(before), series.told(after));
        if (sides.baselineBoots().isEmpty() || sides.candidateBoots().isEmpty()) {
            throw CommandFailure.unreadable("interrupted before there was a boot of each: nothing to judge", null);
        }
        return sides;
    }
}
