package io.bootledger.cli.complete;

import io.bootledger.cli.process.ExitCode;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.cli.process.Version;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code bootledger complete -- WORD...}: what the last word of a command line may become. A line for each: the word, a tab, and what it
 * is. Nothing where the shell knows better: a file, or a word of one's own.
 */
@Command(
        name = "complete",
        hidden = true,
        description = "Say what the last word of a command line may become: for shells.",
        versionProvider = Version.class)
public final class CompleteCommand implements Callable<Integer> {
    /** What no shell takes for anything but a word: names come out of logs. */
    private static final String HARMLESS = "[A-Za-z0-9_.:,@/=+-]+";

    private final Surroundings here;
    private final Supplier<CommandLine> program;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "WORD", description = "The words so far, without the program's name.")
    private List<String> words = List.of();

    public CompleteCommand(Surroundings here, Supplier<CommandLine> program) {
        this.here = here;
        this.program = program;
    }

    @Override
    public Integer call() {
        TypedWords typed = new TypedWords(program.get(), words);
        candidates(typed).forEach((word, meaning) -> {
            if (word.startsWith(typed.beginning()) && word.matches(HARMLESS)) {
                spec.commandLine().getOut().println(typed.unchanged() + word + "\t" + meaning);
            }
        });
        return ExitCode.OK;
    }

    private Map<String, String> candidates(TypedWords typed) {
        CommandLine command = typed.command();
        Map<String, String> found = new LinkedHashMap<>();
        if (typed.beginsOption()) {
            command.getCommandSpec().options().stream()
                    .filter(option -> !option.hidden())
                    .forEach(option -> found.put(option.longestName(), first(option.description())));
            return found;
        }
        if (typed.mayNameCommand()) {
            command.getSubcommands().forEach((name, subcommand) -> {
                if (!subcommand.getCommandSpec().usageMessage().hidden()) {
                    found.put(
                            name,
                            first(subcommand.getCommandSpec().usageMessage().description()));
                }
            });
        }
        ArgSpec argument = typed.argument();
        if (argument != null) {
            found.putAll(new CompletionWords(here, typed).of(argument));
        }
        return found;
    }

    /** The first sentence of a description, as much as a menu has room for. */
    private static String first(String... lines) {
        return lines.length == 0 ? "" : lines[0].replace("%%", "%").split("(?<=\\.) ", 2)[0];
    }
}
