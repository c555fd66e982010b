package io.bootledger.simulator.steps;

import io.bootledger.traces.event.KernelVersion;
import org.jspecify.annotations.Nullable;

/**
 * That a function of the kernel calls another one.
 *
 * @param caller the function in whose body the call stands
 * @param step the function that is called
 * @param from the first version; null where it always was so
 * @param before the first version without it; null while it lasts
 * @param like what a later version calls that does the same; the step itself where it has kept its name
 * @param does what it does, in words; empty where its callee tells it
 */
public record TableRow(
        String caller,
        String step,
        @Nullable KernelVersion from,
        @Nullable KernelVersion before,
        String like,
        String does) {
    private static final int CELLS = 6;

    static TableRow parse(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != CELLS) {
            throw new IllegalStateException("steps.tsv has a row that is none: " + line);
        }
        return new TableRow(
                cells[0],
                cells[1],
                version(cells[2]),
                version(cells[3]),
                cells[4].isEmpty() ? cells[1] : cells[4],
                cells[5]);
    }

    private static @Nullable KernelVersion version(String cell) {
        return cell.isEmpty() ? null : KernelVersion.of(cell);
    }

    boolean isOf(KernelVersion version) {
        return (from == null || version.compareTo(from) >= 0) && (before == null || version.compareTo(before) < 0);
    }
}
