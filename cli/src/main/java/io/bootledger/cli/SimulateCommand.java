package io.bootledger.cli;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.cli.input.LikeLog;
import io.bootledger.cli.output.Messages;
import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.Complaint;
import io.bootledger.cli.process.ExitCode;
import io.bootledger.cli.process.StandardOutput;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.cli.process.TextFiles;
import io.bootledger.cli.process.Version;
import io.bootledger.cli.process.WrongUsage;
import io.bootledger.cli.simulate.KernelLacks;
import io.bootledger.cli.simulate.LinkJson;
import io.bootledger.cli.simulate.LinkText;
import io.bootledger.cli.simulate.SimulatedBoots;
import io.bootledger.cli.simulate.SimulatedForm;
import io.bootledger.cli.simulate.StepJson;
import io.bootledger.cli.simulate.ToldGain;
import io.bootledger.simulator.machine.KernelConfig;
import io.bootledger.simulator.scenario.Edit;
import io.bootledger.simulator.scenario.Prediction;
import io.bootledger.simulator.scenario.Scenario;
import io.bootledger.simulator.scenario.ScenarioException;
import io.bootledger.simulator.scenario.ScenarioLog;
import io.bootledger.simulator.scenario.Scenarios;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bootledger simulate}: boots a machine that is only described, and writes the log it would have written. */
@Command(
        name = "simulate",
        description = "Boot a machine from its description and write its log, with the truth beside it.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  bootledger simulate desktop | bootledger analyze -",
            "  bootledger simulate deferral-maze --as console --boots 20 --out maze",
            "  bootledger simulate --like boot.log --set initcall.acpi_init.faster=50%% > faster.log",
            "  bootledger simulate --like boot.log --save machine.json",
            "  bootledger simulate cloud-vm --explain-link --set initcall.virtio_blk_init.module",
            "",
            "Changes: initcall.NAME.duration=5ms|+20ms|-3ms|80%%|x10, .faster=50%%, .returns=-19,",
            "  .fault=hang|oops|irqs_off|preempt, .async, .module, .blacklist, .remove;",
            "  device.NAME.duration=..., .faster=50%%, .async; initramfs.duration=..., .faster=50%%;",
            "  cmdline=WORD. What analyze --what-if says of the change is said beside it.",
            "Scenario files: docs/simulator.md",
            "",
            "Exit codes: 0 fine, 2 wrong usage or scenario, 3 a file cannot be read or written."
        })
final class SimulateCommand implements Callable<Integer> {
    /** Bytes of a scenario: room for a machine of a hundred thousand initcalls. */
    private static final int LARGEST = 1 << 24;

    private final Surroundings here;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SCENARIO", arity = "0..1", description = "A built-in scenario (see --list), or a file.")
    private @Nullable String scenario;

    @Option(names = "--list", description = "Show the built-in scenarios.")
    private boolean list;

    @Option(names = "--like", paramLabel = "LOG", description = "Simulate the machine of a real boot log.")
    private @Nullable Path like;

    @Option(names = "--kernel", paramLabel = "RELEASE", description = "Boot another kernel: 6.12, 5.10.0-32-amd64 ...")
    private @Nullable String kernel;

    @Option(
            names = "--set",
            paramLabel = "CHANGE",
            description = "Change the machine; may be repeated. Says what it gains.")
    private List<String> changes = List.of();

    @Option(names = "--seed", paramLabel = "N", description = "The same seed gives the same bytes; 1 if not given.")
    private long seed = 1;

    @Option(names = "--boots", paramLabel = "N", description = "Boot so often, each time with the next seed.")
    private int boots = 1;

    @Option(
            names = "--as",
            paramLabel = "FORM",
            description =
                    "dmesg, kmsg, console, json, ftrace (since 4.17) or events; steps: what the kernel does, function by function; way: each init"
                            + " function from its macro to its call. dmesg if not given.")
    private SimulatedForm form = SimulatedForm.DMESG;

    @Option(names = "--depth", paramLabel = "N", description = "Tell steps inside of fewer functions than that.")
    private int depth = Integer.MAX_VALUE;

    @Option(
            names = "--explain-link",
            description = "Show how its init functions came from their macros into the kernel's arrays; no log.")
    private boolean explainLink;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write what --as steps or --explain-link shows as JSON instead; - is standard output.")
    private @Nullable String json;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write logs, System.map and truth there, not to standard output.")
    private @Nullable Path out;

    @Option(names = "--save", paramLabel = "FILE", description = "Write the scenario itself, to be edited.")
    private @Nullable Path save;

    private @Nullable BootAnalysis log;

    SimulateCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() throws IOException {
        if (list) {
            listsAlone();
            Scenarios.BUILT_IN.forEach(name -> spec.commandLine()
                    .getOut()
                    .printf("%-14s %s%n", name, Scenarios.builtIn(name).title()));
            return ExitCode.OK;
        }
        try {
            simulate();
        } catch (ScenarioException wrong) {
            String unknown = wrong.unknownName();
            throw CommandFailure.usage(
                    Complaint.said(wrong) + (unknown == null ? "" : WrongUsage.meant(unknown, wrong.knownNames())));
        }
        return ExitCode.OK;
    }

    private void listsAlone() {
        List<String> others = spec.commandLine().getParseResult().matchedOptions().stream()
                .map(OptionSpec::longestName)
                .filter(name -> !name.equals("--list"))
                .distinct()
                .toList();
        if (!others.isEmpty() || scenario != null) {
            throw CommandFailure.usage("--list shows the built-in scenarios and takes nothing else: leave "
                    + (others.isEmpty() ? "\"" + scenario + "\"" : String.join(", ", others)) + " out");
        }
    }

    private void simulate() throws IOException {
        if (out != null) {
            SimulatedBoots.refuseForeign(out, form, boots);
        }
        Scenario original = source();
        Scenario changed = original;
        List<Edit> edits = changes.stream().map(Edit::parse).toList();
        for (Edit edit : edits) {
            changed = edit.apply(changed);
        }
        if (!edits.isEmpty()) {
            predict(original, changed, edits);
        }
        KernelLacks.obedience(changed.machine()).forEach(messages()::say);
        ScenarioLog machine = new ScenarioLog(changed).inSession(seed);
        if (json != null) {
            String document = explainLink ? LinkJson.of(changed.machine()) : StepJson.of(machine, seed, boots, depth);
            new TextFiles(here).write(json, document);
            return;
        }
        if (explainLink) {
            spec.commandLine().getOut().print(LinkText.of(original.machine(), changed.machine(), here.layout()));
        }
        SimulatedBoots simulated = new SimulatedBoots(machine, form, seed, boots, depth);
        if (save != null) {
            SimulatedBoots.text(save, Scenarios.text(changed));
        }
        if (out != null) {
            simulated.into(out);
        } else if (save == null && !explainLink) {
            simulated.to(new StandardOutput(here.out()));
        }
    }

    /** What it gains here, and what the analyzer says of it by the log. */
    private void predict(Scenario original, Scenario changed, List<Edit> edits) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(Prediction.of(original, changed, seed).sentence());
        BootAnalysis boot = log != null ? log : ToldGain.ofSimulated(original, seed);
        String told = edits.size() == 1 && boot != null ? ToldGain.sentence(boot, edits.get(0)) : null;
        if (told != null) {
            err.println(told);
        }
    }

    private Messages messages() {
        return new Messages(spec.commandLine().getErr(), false);
    }

    private Scenario source() throws IOException {
        Scenario given = given();
        if (boots < 1) {
            throw CommandFailure.usage("--boots is not 1 or more: " + boots);
        }
        if (json != null && explainLink == (form == SimulatedForm.STEPS)) {
            throw CommandFailure.usage("--json is for --explain-link or --as steps, one of them");
        }
        if (depth < 1) {
            throw CommandFailure.usage("--depth is not 1 or more: " + depth);
        }
        if (given("--depth") && form != SimulatedForm.STEPS) {
            throw CommandFailure.usage("--depth is for --as steps");
        }
        if (explainLink && given("--as") && out == null) {
            throw CommandFailure.usage(
                    "--explain-link writes no log that --as could form: leave one of them out, or give --out");
        }
        if (explainLink && given("--boots") && out == null) {
            throw CommandFailure.usage(
                    "--explain-link boots nothing that --boots could repeat: leave one of them out, or give --out");
        }
        Scenario asked =
                kernel == null ? given : given.withMachine(given.machine().withKernel(release(given, kernel)));
        String without = form == SimulatedForm.FTRACE ? KernelLacks.tracepoints(asked.machine()) : null;
        if (without != null) {
            throw CommandFailure.usage(without);
        }
        return asked;
    }

    private boolean given(String option) {
        return spec.commandLine().getParseResult().hasMatchedOption(option);
    }

    private Scenario given() throws IOException {
        if (like != null && scenario == null) {
            return like(like);
        }
        if (scenario != null && !scenario.isBlank() && like == null) {
            return named(scenario);
        }
        throw CommandFailure.usage("give a scenario or --like LOG, one of them: bootledger simulate --list shows some");
    }

    private Scenario like(Path real) {
        LikeLog found = LikeLog.of(real, kernel, messages());
        log = found.boot();
        return found.scenario();
    }

    private KernelConfig release(Scenario given, String release) {
        try {
            return given.machine().kernel().withRelease(release);
        } catch (IllegalArgumentException wrong) {
            throw CommandFailure.usage("--kernel: " + wrong.getMessage());
        }
    }

    private static Scenario named(String name) throws IOException {
        if (Scenarios.BUILT_IN.contains(name)) {
            return Scenarios.builtIn(name);
        }
        try {
            return Scenarios.parse(name, TextFiles.read(Path.of(name), LARGEST));
        } catch (NoSuchFileException absent) {
            throw CommandFailure.usage("there is no file " + name + ", and no scenario of that name; there are "
                    + String.join(", ", Scenarios.BUILT_IN));
        } catch (IOException unreadable) {
            throw CommandFailure.unreadable(Complaint.reading(name, unreadable), unreadable);
        }
    }
}
