package io.bootledger.cli.boot;

import java.util.List;
import java.util.UUID;

/** Children that a command starts, told from all other processes of the machine by how long they would sleep. */
final class Leftovers {
    /** Some eleven days, and a fraction that no other test has. */
    private final String seconds = "999999." + Math.abs(UUID.randomUUID().getMostSignificantBits());

    /** A command of the shell that does nothing for long. */
    String sleep() {
        return "sleep " + seconds;
    }

    /** How many of them live. */
    long count() {
        return ProcessHandle.allProcesses()
                .filter(process -> ProcessState.of(process.pid())
                        .filter(ProcessState::lives)
                        .isPresent())
                .filter(process -> process.info()
                        .arguments()
                        .filter(words -> List.of(words).equals(List.of(seconds)))
                        .isPresent())
                .count();
    }
}
