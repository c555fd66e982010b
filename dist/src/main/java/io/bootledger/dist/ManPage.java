package io.bootledger.dist;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page of a command, in the language of roff (man(7)), with what its {@code --help} says and no more. */
final class ManPage {
    private static final String EXAMPLES = "Examples:";
    private static final String EXIT_CODES = "Exit codes: ";

    private final CommandSpec command;
    private final StringBuilder text = new StringBuilder();

    ManPage(CommandLine line, String version) {
        command = line.getCommandSpec();
        text.append(".TH ")
                .append(roff(name().toUpperCase(Locale.ROOT)))
                .append(" 1 \"\" \"bootledger ")
                .append(roff(version))
                .append("\" \"Bootledger\"\n");
        section("NAME", roff(name() + " - ") + roff(said(command.usageMessage().description())));
        section("SYNOPSIS", literally(synopsis(line)));
        section("COMMANDS", subcommands(line));
        section("ARGUMENTS", arguments());
        section("OPTIONS", options());
        footer();
    }

    /** {@code bootledger-gate-accept}. */
    String name() {
        return command.qualifiedName("-");
    }

    String text() {
        return text.toString();
    }

    private void section(String title, String content) {
        if (!content.isEmpty()) {
            text.append(".SH \"")
                    .append(title)
                    .append("\"\n")
                    .append(content.stripTrailing())
                    .append('\n');
        }
    }

    private static List<String> synopsis(CommandLine line) {
        return line.getHelp().synopsis(0).lines().toList();
    }

    private static String subcommands(CommandLine line) {
        return line.getSubcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(each -> !each.usageMessage().hidden())
                .map(each -> item(
                        "\\fB" + roff(each.qualifiedName("-")) + "\\fR(1)",
                        each.usageMessage().description()))
                .collect(Collectors.joining());
    }

    private String arguments() {
        return command.positionalParameters().stream()
                .filter(each -> !each.hidden())
                .map(each -> item("\\fI" + roff(label(each)) + "\\fR", each.description()))
                .collect(Collectors.joining());
    }

    private static String label(PositionalParamSpec parameter) {
        return parameter.paramLabel() + (parameter.arity().max() > 1 ? "..." : "");
    }

    private String options() {
        return command.options().stream()
                .filter(each -> !each.hidden())
                .map(each -> item(names(each), each.description()))
                .collect(Collectors.joining());
    }

    private static String names(OptionSpec option) {
        String value = option.arity().max() > 0 ? "=\\fI" + roff(option.paramLabel()) + "\\fR" : "";
        return Stream.of(option.names())
                        .map(each -> "\\fB" + roff(each) + "\\fR")
                        .collect(Collectors.joining(", "))
                + value;
    }

    private static String item(String term, String... description) {
        return ".TP\n" + term + "\n" + roff(said(description)) + "\n";
    }

    /** Its paragraphs have their lines as they stand there, but for the one of the exit codes. */
    private void footer() {
        String[] lines = said(command.usageMessage().footer(), "\n").split("\n\n+");
        for (String paragraph : lines) {
            List<String> said = paragraph.strip().lines().toList();
            if (said.isEmpty()) {
                continue;
            }
            if (said.get(0).equals(EXAMPLES)) {
                section("EXAMPLES", literally(said.subList(1, said.size())));
            } else if (said.get(0).startsWith(EXIT_CODES)) {
                section("EXIT STATUS", roff(String.join(" ", said).substring(EXIT_CODES.length())));
            } else {
                text.append(text.indexOf(".SH \"NOTES\"") < 0 ? ".SH \"NOTES\"\n" : ".PP\n")
                        .append(literally(said))
                        .append('\n');
            }
        }
    }

    private static String literally(List<String> lines) {
        return lines.stream().map(ManPage::roff).collect(Collectors.joining("\n", ".nf\n", "\n.fi"));
    }

    private static String said(String... lines) {
        return said(lines, " ");
    }

    /** Picocli formats these texts. */
    private static String said(String[] lines, String between) {
        return Arrays.stream(lines)
                .map(line -> String.format(Locale.ROOT, line))
                .collect(Collectors.joining(between));
    }

    /** Text that means nothing but itself. */
    private static String roff(String text) {
        String escaped = text.replace("\\", "\\e")
                .replace("-", "\\-")
                .replace("^", "\\(ha")
                .replace("~", "\\(ti")
                .replace("`", "\\(ga");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }
}
