package io.bootledger.cli.boot;

import io.bootledger.analyzer.compare.measure.ComparedBoot;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A boot that was made, and what its log tells.
 *
 * @param number of its side, from 1
 * @param exitCode of its command, as a shell shows it; null where it was ended by us
 * @param wallUs from the start of the command until the boot was over, by the host's clock
 * @param told the boots in its log: one, unless the machine started again by itself
 */
record KeptBoot(
        BootSide side,
        int number,
        Path log,
        BootEnd end,
        @Nullable Integer exitCode,
        long wallUs,
        long bytes,
        long lines,
        List<ComparedBoot> told) {
    KeptBoot {
        told = List.copyOf(told);
    }

    /** Whether it came up. */
    boolean isWhole() {
        return told.stream().anyMatch(ComparedBoot::isWhole);
    }

    /** Whether a shell could not run the command at all: nothing of a kernel came, and it says so. */
    boolean didNotStart() {
        return exitCode != null
                && cannotRun(exitCode)
                && told.stream().allMatch(boot -> boot.measures().kernel() == null);
    }

    /** Whether an exit code is the shell's own word that it cannot run something (POSIX, 2.8.2 Exit Status for Commands). */
    static boolean cannotRun(int exitCode) {
        return exitCode == 126 || exitCode == 127;
    }

    /** The same, when what its log tells is known. */
    KeptBoot telling(List<ComparedBoot> boots) {
        return new KeptBoot(side, number, log, end, exitCode, wallUs, bytes, lines, boots);
    }
}
