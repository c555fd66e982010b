package io.bootledger.simulator.faults;

import io.bootledger.simulator.machine.Arch;
import io.bootledger.simulator.machine.VersionRange;
import io.bootledger.traces.event.KernelVersion;
import java.util.List;
import java.util.stream.Stream;

/**
 * The blocks of lines about faults, {@code faults.tsv}: a row for each line, with the versions and architectures that print it and where
 * it stands in their sources, in the order of printing. What a row without a block of the same words says holds from the first source
 * that was read to have it: 2.6.30, 32, 35, 36, 37, 39, 3.0, 3.3 to 3.6, 3.8 to 3.10, 3.13, 3.14, 3.16, 3.18, 4.0, 4.1, 4.4, 4.7 to 4.10,
 * 4.12, 4.14 to 4.19, 5.0, 5.2 to 5.4, 5.7, 5.8, 5.10, 5.11, 5.14, 5.15, 5.17, 5.19, 6.1, 6.8, 6.10, 6.12, 6.13, 6.18 and 6.19.
 */
public final class FaultTable {
    private static final List<FaultRow> ROWS = VersionRange.table(FaultTable.class, "faults.tsv", FaultRow::of);

    private final Arch arch;
    private final KernelVersion version;

    public FaultTable(Arch arch, KernelVersion version) {
        this.arch = arch;
        this.version = version;
    }

    /** The lines of a block, in order, blocks inside of it told by theirs. */
    public List<FaultRow> lines(String block) {
        return ROWS.stream()
                .filter(row -> row.block().equals(block) && row.holds(arch, version))
                .flatMap(row -> row.kind() == FaultRow.Kind.BLOCK ? lines(row.text()).stream() : Stream.of(row))
                .toList();
    }

    /** The rows of all versions. */
    static List<FaultRow> all() {
        return ROWS;
    }
}
