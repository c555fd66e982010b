package io.bootledger.cli.complete;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A command line that is still being typed, whose last word is not finished. */
final class TypedWords {
    private final List<String> positionals = new ArrayList<>();
    private final Map<String, String> options = new HashMap<>();
    private final String last;
    private CommandLine command;
    private @Nullable OptionSpec open;

    /** @param words those behind the program's name, which shells may break at {@code =} */
    TypedWords(CommandLine program, List<String> words) {
        command = program;
        List<String> whole = words.stream().filter(word -> !word.equals("=")).toList();
        boolean begun = !words.isEmpty() && words.get(words.size() - 1).equals("=");
        last = begun || whole.isEmpty() ? "" : whole.get(whole.size() - 1);
        whole.subList(0, begun ? whole.size() : Math.max(0, whole.size() - 1)).forEach(this::take);
    }

    private void take(String word) {
        OptionSpec option = option(word);
        CommandLine subcommand = command.getSubcommands().get(word);
        if (open != null) {
            options.put(open.longestName(), word);
            open = null;
        } else if (option != null) {
            take(option, word);
        } else if (subcommand != null && positionals.isEmpty()) {
            command = subcommand;
        } else if (!word.startsWith("-")) {
            positionals.add(word);
        }
    }

    private void take(OptionSpec option, String word) {
        int sign = word.indexOf('=');
        if (sign >= 0) {
            options.put(option.longestName(), word.substring(sign + 1));
        } else if (option.arity().max() > 0) {
            open = option;
        }
    }

    private @Nullable OptionSpec option(String word) {
        return word.startsWith("-") ? command.getCommandSpec().findOption(word.split("=", 2)[0]) : null;
    }

    /** The command that its words so far name. */
    CommandLine command() {
        return command;
    }

    /** The beginning of what is wanted. */
    String beginning() {
        return last.substring(unchanged().length());
    }

    /** What stands before it in the same word: {@code --as=}. */
    String unchanged() {
        return open == null && option(last) != null && last.contains("=")
                ? last.substring(0, last.indexOf('=') + 1)
                : "";
    }

    /** Whether another word than a value is wanted, and it begins an option. */
    boolean beginsOption() {
        return open == null && unchanged().isEmpty() && last.startsWith("-");
    }

    /** Whether the name of a subcommand may stand here. */
    boolean mayNameCommand() {
        return open == null && unchanged().isEmpty() && positionals.isEmpty();
    }

    /** What the word is a value of; null if it is none. */
    @Nullable
    ArgSpec argument() {
        if (open != null) {
            return open;
        }
        return unchanged().isEmpty() ? positional() : option(last);
    }

    private @Nullable ArgSpec positional() {
        for (PositionalParamSpec each : command.getCommandSpec().positionalParameters()) {
            if (each.index().contains(positionals.size())) {
                return each;
            }
        }
        return null;
    }

    /** The value that an option was given before. */
    String given(String option, String otherwise) {
        return options.getOrDefault(option, otherwise);
    }

    /** The words that are no options, in order. */
    List<String> positionals() {
        return positionals;
    }
}
