package io.bootledger.analyzer.axis;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a file beside the log tells of the same boot: systemd-analyze, or what loaders noted.
 *
 * @param name of the file
 * @param startup null where it does not hold {@code systemd-analyze time}
 * @param units in the order in which it names them
 * @param chain names of the units that waited for each other, the last first; empty without {@code critical-chain}
 * @param marks in their order
 */
public record SecondFile(
        String name,
        @Nullable StartupFinished startup,
        List<UnitTime> units,
        List<String> chain,
        List<LoaderMark> marks) {
    public SecondFile {
        units = List.copyOf(units);
        chain = List.copyOf(chain);
        marks = List.copyOf(marks);
    }

    /** Tells by its lines what they are. */
    public static SecondFile of(String name, List<String> lines) {
        SecondFileLines read = new SecondFileLines();
        lines.forEach(read::take);
        return read.file(name);
    }

    /** Whether nothing of it could be read. */
    public boolean isNothing() {
        return startup == null && marks.isEmpty() && units.stream().noneMatch(UnitTime::tellsMore);
    }

    /** Of the units that a unit starts behind the one that was active last; null where the file does not tell of one. */
    public @Nullable String lastBefore(UnitTime unit) {
        return units.stream()
                .filter(other -> unit.after().contains(other.name()) && other.activeAtUs() != null)
                .max(Comparator.comparing((UnitTime other) -> Objects.requireNonNull(other.activeAtUs()))
                        .thenComparing(UnitTime::name))
                .map(UnitTime::name)
                .orElse(null);
    }

    /** The units that took longest to start, the longest first. */
    public List<UnitTime> slowest(int most) {
        return units.stream()
                .filter(unit -> unit.tookUs() != null)
                .sorted(Comparator.comparing((UnitTime unit) -> Objects.requireNonNull(unit.tookUs()))
                        .reversed()
                        .thenComparing(UnitTime::name))
                .limit(most)
                .toList();
    }
}
