package io.bootledger.analyzer.reading;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of a kernel command line. */
public record CommandLine(List<String> words) {
    /** What the kernel takes for yes ({@code lib/kstrtox.c}, {@code kstrtobool}), by the value's first letter, and "on". */
    private static final Set<Character> YES = Set.of('y', 'Y', '1', 't', 'T');

    /** Of a boot; without words when the log does not hold it. */
    public static CommandLine of(Kernel kernel) {
        return of(kernel.commandLine());
    }

    /** Of a boot; without words for null. */
    public static CommandLine of(@Nullable String line) {
        return new CommandLine(line == null ? List.of() : List.of(line.strip().split("\\s+")));
    }

    /** Whether a word stands there alone, or with a value that means yes. */
    public boolean hasFlag(String name) {
        for (String word : words) {
            if (word.startsWith(name) && isYesBehind(name.length(), word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word stands there as it is written, or, where its value is a yes, in any way that means yes. */
    public boolean holds(String word) {
        int value = word.indexOf('=');
        return words.contains(word)
                || value > 0 && isYes(word.substring(value + 1)) && hasFlag(word.substring(0, value));
    }

    /** What stands behind {@code name=} where it stands last; null when it stands nowhere. */
    public @Nullable String value(String name) {
        return words.stream()
                .filter(word -> word.startsWith(name + "="))
                .map(word -> word.substring(name.length() + 1))
                .reduce((one, other) -> other)
                .orElse(null);
    }

    /** Whether cryptography is not tested. In FIPS mode the kernel does not obey the word ({@code crypto/testmgr.c}, {@code alg_test}). */
    public boolean skipsSelfTests() {
        return hasFlag("cryptomgr.notests") && !hasFlag("fips");
    }

    /**
     * Whether drivers may probe on other threads than the one that registers them ({@code drivers/base/dd.c},
     * {@code driver_allows_async_probing}): {@code driver_async_probe=}, {@code <module>.async_probe}.
     */
    public boolean probesAsynchronously() {
        return words.stream().anyMatch(word -> word.startsWith("driver_async_probe=") || word.contains(".async_probe"));
    }

    private static boolean isYesBehind(int name, String word) {
        return word.length() == name || word.charAt(name) == '=' && isYes(word.substring(name + 1));
    }

    private static boolean isYes(String value) {
        return !value.isEmpty() && YES.contains(value.charAt(0)) || value.equals("on");
    }
}
