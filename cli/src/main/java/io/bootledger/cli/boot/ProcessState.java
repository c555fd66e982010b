package io.bootledger.cli.boot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the kernel tells of a process in {@code /proc/PID/stat} (fs/proc/array.c, do_task_stat).
 *
 * @param code one letter: {@code S} sleeps, {@code Z} has ended and waits for its parent to notice
 * @param session the process id of whoever began its session
 */
record ProcessState(char code, long session) {
    private static final int CODE = 0;
    private static final int SESSION = 3;

    /** Empty for a process that is gone. */
    static Optional<ProcessState> of(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"), StandardCharsets.ISO_8859_1);
            // The name before it is in parentheses, and may hold any character.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Optional.of(new ProcessState(fields[CODE].charAt(0), Long.parseLong(fields[SESSION])));
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException gone) {
            return Optional.empty();
        }
    }

    /** Whether it can still do anything. */
    boolean lives() {
        return code != 'Z' && code != 'X';
    }
}
