package io.bootledger.analyzer.timeline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names of the kernel's error numbers, by architecture family. */
public final class Errno {
    private static final Map<ErrnoFamily, Map<Integer, String>> NAMES = read();

    private Errno() {}

    /**
     * The name of an error number, which the kernel returns negated.
     *
     * @return null when the number is no error of that family
     */
    public static @Nullable String nameOf(int number, ErrnoFamily family) {
        return NAMES.getOrDefault(family, Map.of()).get(number);
    }

    /** The name of a return value: null unless it is a negative error number. */
    static @Nullable String ofReturn(@Nullable Integer value, ErrnoFamily family) {
        return value == null || value >= 0 || value == Integer.MIN_VALUE ? null : nameOf(-value, family);
    }

    private static Map<ErrnoFamily, Map<Integer, String>> read() {
        Map<ErrnoFamily, Map<Integer, String>> names = new EnumMap<>(ErrnoFamily.class);
        try (InputStream table = Errno.class.getResourceAsStream("errno.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> readRun(line.split(" "), names));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    private static void readRun(String[] run, Map<ErrnoFamily, Map<Integer, String>> names) {
        int first = Integer.parseInt(run[1]);
        for (ErrnoFamily family : ErrnoFamily.values()) {
            if (run[0].equals("all") || run[0].equals(family.name().toLowerCase(Locale.ROOT))) {
                for (int i = 2; i < run.length; i++) {
                    if (!run[i].equals("-")) {
                        names.computeIfAbsent(family, each -> new HashMap<>()).put(first + i - 2, run[i]);
                    }
                }
            }
        }
    }
}
