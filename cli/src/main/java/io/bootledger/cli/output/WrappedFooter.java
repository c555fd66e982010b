package io.bootledger.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;

/** Help whose footer keeps examples as they are copied, and breaks sentences between words. */
public final class WrappedFooter extends Help {
    public WrappedFooter(CommandSpec command, ColorScheme colours) {
        super(command, colours);
    }

    @Override
    public String footer(Object... params) {
        List<String> lines = new ArrayList<>();
        StringBuilder sentence = new StringBuilder();
        for (String written : commandSpec().usageMessage().footer()) {
            String line = String.format(Locale.ROOT, written, params);
            boolean prose = !line.isBlank() && !line.startsWith(" ");
            if (prose && !line.endsWith(":")) {
                sentence.append(sentence.isEmpty() ? "" : " ").append(line);
            } else {
                wrap(sentence, lines);
                lines.add(line);
            }
        }
        wrap(sentence, lines);
        return lines.isEmpty() ? "" : String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    private void wrap(StringBuilder sentence, List<String> lines) {
        int width = commandSpec().usageMessage().width();
        StringBuilder line = new StringBuilder();
        for (String word : sentence.toString().split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        sentence.setLength(0);
    }
}
