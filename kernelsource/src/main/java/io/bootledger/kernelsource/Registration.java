package io.bootledger.kernelsource;

import java.util.Set;

/**
 * An init function that a file registers.
 *
 * @param level with its half: {@code device}, {@code fs_sync}
 */
public record Registration(String function, String file, String level) implements Comparable<Registration> {
    /** What the parameters of macros are called that register what they are given. */
    private static final Set<String> PARAMETERS = Set.of("fn", "init", "x", "func", "initfn", "level", "__fn");

    static boolean isParameter(String name) {
        return PARAMETERS.contains(name);
    }

    @Override
    public int compareTo(Registration other) {
        int byFunction = function.compareTo(other.function);
        int byFile = file.compareTo(other.file);
        return byFunction != 0 ? byFunction : byFile != 0 ? byFile : level.compareTo(other.level);
    }
}
