package io.bootledger.cli;

import io.bootledger.cli.boot.BisectRunCommand;
import io.bootledger.cli.boot.BootCommand;
import io.bootledger.cli.complete.CompleteCommand;
import io.bootledger.cli.gate.GateCommand;
import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.Fault;
import io.bootledger.cli.process.Launcher;
import io.bootledger.cli.process.Rehearsal;
import io.bootledger.cli.process.StandardOutput;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.cli.process.TerminalWriter;
import io.bootledger.cli.process.Version;
import io.bootledger.cli.process.WrongUsage;
import io.bootledger.reports.Printable;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program: finds the command and runs it. */
@Command(
        name = "bootledger",
        description = "Every microsecond of a Linux boot, on the record.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Exit codes: 0 fine, 1 the gate says no, 2 wrong usage, 3 an input cannot be read,",
            "70 a fault of bootledger itself.",
            "More: README.md and docs/."
        })
public final class Bootledger implements Runnable {
    /** In the order of the help. */
    private static final Map<String, Function<Surroundings, Object>> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("analyze", AnalyzeCommand::new);
        COMMANDS.put("levels", LevelsCommand::new);
        COMMANDS.put("symbols", SymbolsCommand::in);
        COMMANDS.put("knowledge", here -> KnowledgeCommand.create());
        COMMANDS.put("simulate", SimulateCommand::new);
        COMMANDS.put("ingest", IngestCommand::new);
        COMMANDS.put("show", ShowCommand::new);
        COMMANDS.put("replay", ReplayCommand::new);
        COMMANDS.put("explain", ExplainCommand::new);
        COMMANDS.put("stats", StatsCommand::new);
        COMMANDS.put("export", ExportCommand::new);
        COMMANDS.put("query", QueryCommand::new);
        COMMANDS.put("forget", ForgetCommand::new);
        COMMANDS.put("store", StoreCommand::in);
        COMMANDS.put("history", HistoryCommand::new);
        COMMANDS.put("compare", CompareCommand::new);
        COMMANDS.put("boot", BootCommand::new);
        COMMANDS.put("bisect-run", BisectRunCommand::new);
        COMMANDS.put("gate", GateCommand::in);
        COMMANDS.put("complete", here -> new CompleteCommand(here, () -> withAllCommands(here)));
    }

    /** Picocli refuses to write in fewer columns. */
    private static final int NARROWEST_HELP = 55;

    private static final int WIDEST_HELP = 120;

    private final Surroundings here;

    @Spec
    private CommandSpec spec;

    private Bootledger(Surroundings here) {
        this.here = here;
    }

    /** Runs a command line and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT);
        Launcher.watch();
        if (arguments.length > 1 && arguments[0].equals("analyze")) {
            Rehearsal.begin();
        }
        System.exit(Launcher.told(run(Surroundings.ofProcess(), arguments)));
    }

    /** Runs a command line inside another program, without a terminal, and gives its exit code. */
    public static int run(
            InputStream in, OutputStream out, OutputStream err, Map<String, String> environment, String... arguments) {
        return run(new Surroundings(in, out, err, environment, false, false), arguments);
    }

    /** Runs a command line and gives its exit code, whatever is thrown. */
    static int run(Surroundings here, String... arguments) {
        Locale.setDefault(Locale.ROOT);
        PrintWriter err =
                new PrintWriter(new TerminalWriter(new OutputStreamWriter(here.err(), StandardCharsets.UTF_8)));
        try {
            return run(here, err, arguments);
        } catch (Throwable fault) {
            return ended(fault, err, here);
        } finally {
            err.flush();
        }
    }

    private static int run(Surroundings here, PrintWriter err, String... arguments) {
        PrintWriter out =
                new PrintWriter(new OutputStreamWriter(new StandardOutput(here.out()), StandardCharsets.UTF_8));
        int exitCode = withCommands(new CommandLine(new Bootledger(here)), here, arguments)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(out)
                .setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(here.colours() ? Ansi.ON : Ansi.OFF))
                .setUsageHelpWidth(Math.max(NARROWEST_HELP, Math.min(here.columns(), WIDEST_HELP)))
                .setParameterExceptionHandler(Bootledger::wrongUsage)
                .setExecutionExceptionHandler((fault, command, parsed) -> ended(fault, err, here))
                .execute(arguments);
        out.flush();
        return exitCode;
    }

    /** Only the command that is asked for, which starts sooner; all of them where help may be wanted. */
    private static CommandLine withCommands(CommandLine line, Surroundings here, String[] arguments) {
        Function<Surroundings, Object> asked = arguments.length == 0 ? null : COMMANDS.get(arguments[0]);
        if (asked != null) {
            return line.addSubcommand(asked.apply(here));
        }
        return addAllCommands(line, here);
    }

    /** The program with all of its commands, for what is made of them: man pages, completion. */
    public static CommandLine withAllCommands() {
        return withAllCommands(new Surroundings(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream(),
                Map.of(),
                false,
                false));
    }

    private static CommandLine withAllCommands(Surroundings here) {
        return addAllCommands(new CommandLine(new Bootledger(here)), here);
    }

    private static CommandLine addAllCommands(CommandLine line, Surroundings here) {
        COMMANDS.values().forEach(command -> line.addSubcommand(command.apply(here)));
        return line.addSubcommand(new HelpCommand());
    }

    @Override
    public void run() {
        if (here.outTerminal() && here.errTerminal()) {
            spec.commandLine().getOut().print(FirstSteps.text(here));
            return;
        }
        throw new ParameterException(spec.commandLine(), "which command? Try: bootledger analyze boot.log");
    }

    private static int wrongUsage(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println("bootledger: " + Printable.of(WrongUsage.sentence(wrong)));
        command.getErr().println("See: " + command.getCommandSpec().qualifiedName() + " --help");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static int ended(Throwable fault, PrintWriter err, Surroundings here) {
        if (fault instanceof CommandFailure failure) {
            failure.sentence().ifPresent(err::println);
            return failure.exitCode();
        }
        return Fault.said(fault, err, here.debug());
    }
}
