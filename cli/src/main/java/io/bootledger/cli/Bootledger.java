package io.bootledger.cli;

import io.bootledger.cli.input.GivenPlaces;
import io.bootledger.cli.output.WrappedFooter;
import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.Fault;
import io.bootledger.cli.process.Launcher;
import io.bootledger.cli.process.StandardOutput;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.cli.process.TerminalWriter;
import io.bootledger.cli.process.Version;
import io.bootledger.cli.process.WrongUsage;
import io.bootledger.reports.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
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
            "4 the gate wants more boots or cannot tell, 70 a fault of bootledger itself.",
            "More: README.md and docs/."
        })
public final class Bootledger implements Runnable {
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

    private static int run(Surroundings here, PrintWriter err, String... arguments) throws IOException {
        if (AnalyzeCommand.isGivenLogsAlone(arguments)) {
            return AnalyzeCommand.ofLogs(Arrays.asList(arguments).subList(1, arguments.length), here, err);
        }
        PrintWriter out =
                new PrintWriter(new OutputStreamWriter(new StandardOutput(here.out()), StandardCharsets.UTF_8));
        int exitCode = Commands.asked(new CommandLine(new Bootledger(here)), here, arguments)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(out)
                .setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(here.colours() ? Ansi.ON : Ansi.OFF))
                .setUsageHelpWidth(Math.max(NARROWEST_HELP, Math.min(here.columns(), WIDEST_HELP)))
                .setHelpFactory(WrappedFooter::new)
                .setParameterExceptionHandler(Bootledger::wrongUsage)
                .setExecutionStrategy(parsed -> guarded(parsed, err, here))
                .setExecutionExceptionHandler((fault, command, parsed) -> ended(fault, err, here))
                .execute(arguments);
        out.flush();
        return exitCode;
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

    static CommandLine withAllCommands(Surroundings here) {
        return Commands.all(new CommandLine(new Bootledger(here)), here);
    }

    @Override
    public void run() {
        if (here.outTerminal() && here.errTerminal()) {
            spec.commandLine().getOut().print(FirstSteps.text(here));
            return;
        }
        throw new ParameterException(spec.commandLine(), "which command? Try: bootledger analyze boot.log");
    }

    private static int guarded(ParseResult parsed, PrintWriter err, Surroundings here) {
        try {
            GivenPlaces.refuseLosses(parsed);
        } catch (CommandFailure loss) {
            return ended(loss, err, here);
        }
        return new RunLast().execute(parsed);
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
