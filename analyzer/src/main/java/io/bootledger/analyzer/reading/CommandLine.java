package io.bootledger.analyzer.reading;

import java.util.List;
import java.util.Set;

/** The words of a kernel command line. */
record CommandLine(List<String> words) {
    /** What the kernel takes for yes ({@code lib/kstrtox.c}, {@code kstrtobool}), by the value's first letter, and "on". */
    private static final Set<Character> YES = Set.of('y', 'Y', '1', 't', 'T');

    static CommandLine of(Kernel kernel) {
        String line = kernel.commandLine();
        return new CommandLine(line == null ? List.of() : List.of(line.strip().split("\\s+")));
    }

    /** Whether a word stands there alone, or with a value that means yes. */
    boolean hasFlag(String name) {
        return words.stream()
                .anyMatch(word ->
                        word.equals(name) || word.startsWith(name + "=") && isYes(word.substring(name.length() + 1)));
    }

    private static boolean isYes(String value) {
        return !value.isEmpty() && YES.contains(value.charAt(0)) || value.equals("on");
    }
}
