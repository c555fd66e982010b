package io.bootledger.cli.process;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in a sentence that says what to write instead. */
public final class WrongUsage {
    private static final String PAIR = "KEY=VALUE";

    /** Picocli's words for a value without its key. */
    private static final Pattern UNPAIRED = Pattern.compile("should be in KEY=VALUE");

    public static String sentence(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            return unknown(wrong.getCommandLine(), unmatched.getUnmatched().get(0));
        }
        if (wrong instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            List<String> misspelt = wrong.getCommandLine().getUnmatchedArguments();
            return misspelt.isEmpty() ? missing(missing) : unknown(wrong.getCommandLine(), misspelt.get(0));
        }
        ArgSpec argument = wrong.getArgSpec();
        if (argument != null
                && argument.paramLabel().equals(PAIR)
                && UNPAIRED.matcher(Complaint.said(wrong)).find()) {
            return nameOf(argument) + ": write it as " + PAIR;
        }
        return argument == null || wrong.getValue() == null ? Complaint.said(wrong) : badValue(wrong, argument);
    }

    /** Picocli says the same of an option that is not given and of one that is given without its value. */
    private static String missing(MissingParameterException missing) {
        List<ArgSpec> lacking = missing.getMissing();
        CommandLine command = missing.getCommandLine();
        if (lacking.size() == 1
                && lacking.get(0) instanceof OptionSpec option
                && Complaint.said(missing).contains("parameter for option")) {
            return option.longestName() + " wants " + option.paramLabel();
        }
        return lacking.stream().map(WrongUsage::nameOf).collect(Collectors.joining(" and "))
                + (lacking.size() == 1 ? " is missing" : " are missing")
                + example(command);
    }

    /** The first that the command's help shows; empty where it shows none. */
    private static String example(CommandLine command) {
        return Stream.of(command.getCommandSpec().usageMessage().footer())
                .map(String::strip)
                .filter(line -> line.contains("bootledger ") && !line.contains("`"))
                .findFirst()
                .map(line -> ". Try: " + line.split(" {2,}", 2)[0].replace("%%", "%"))
                .orElse("");
    }

    private static String unknown(CommandLine command, String word) {
        if (word.startsWith("-")) {
            List<String> options = command.getCommandSpec().options().stream()
                    .flatMap(option -> Stream.of(option.names()))
                    .toList();
            return "there is no option " + word + meant(word.split("=", 2)[0], options);
        }
        boolean named = command.getSubcommands().isEmpty();
        return named
                ? word + " is one word too many"
                : "there is no command "
                        + word
                        + (isFile(word)
                                ? ": to read this file, bootledger analyze " + word
                                : meant(
                                        word,
                                        command.getSubcommands().keySet().stream()
                                                .toList()));
    }

    private static boolean isFile(String word) {
        try {
            return Files.isRegularFile(Path.of(word));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** {@code : did you mean NAME?}; empty where none is near. */
    public static String meant(String word, List<String> known) {
        List<String> near = Spelling.meant(word, known, 1);
        return near.isEmpty() ? "" : ": did you mean " + near.get(0) + "?";
    }

    private static String nameOf(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    /** A value that is not of the type that is wanted. */
    private static String badValue(ParameterException wrong, ArgSpec argument) {
        String given = nameOf(argument) + " " + wrong.getValue() + ": ";
        Class<?> type = argument.auxiliaryTypes()[0];
        if (type.isEnum()) {
            return given + "it is one of " + String.join(", ", constants(type));
        }
        boolean whole = type == int.class || type == long.class || type == Integer.class || type == Long.class;
        boolean tooLarge = wrong.getValue().matches("[-+]?[0-9]+");
        return whole
                ? given + (tooLarge ? "it is a larger number than can be" : "it is no whole number")
                : Complaint.said(wrong);
    }

    /** The constants of an enum as the command line takes them. */
    public static List<String> constants(Class<?> type) {
        return Stream.of(type.getEnumConstants())
                .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                .toList();
    }

    private WrongUsage() {}
}
