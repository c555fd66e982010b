package io.bootledger.simulator.machine;

import io.bootledger.traces.event.KernelVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The kernels of a row in a table that ships with the simulator.
 *
 * @param from the first version; null where it always was so
 * @param before the first version that is not so; null while it lasts
 */
public record VersionRange(
        @Nullable KernelVersion from, @Nullable KernelVersion before) {
    /** Of two cells, each a version or empty. */
    public static VersionRange of(String from, String before) {
        return new VersionRange(version(from), version(before));
    }

    private static @Nullable KernelVersion version(String cell) {
        return cell.isEmpty() ? null : KernelVersion.of(cell);
    }

    public boolean holds(KernelVersion version) {
        return (from == null || version.compareTo(from) >= 0) && (before == null || version.compareTo(before) < 0);
    }

    /** The rows of a table beside a class: cells between tabs, below a head. */
    public static <T> List<T> table(Class<?> beside, String name, Function<String[], T> row) {
        try (InputStream table = Objects.requireNonNull(beside.getResourceAsStream(name))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> row.apply(line.split("\t", -1)))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
