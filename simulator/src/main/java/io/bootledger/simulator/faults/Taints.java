package io.bootledger.simulator.faults;

import io.bootledger.simulator.machine.VersionRange;
import io.bootledger.traces.event.KernelVersion;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What has tainted a kernel ({@code kernel/panic.c}, {@code taint_flags}, up to 4.9 {@code tnts}): {@code taints.tsv} has a row for each
 * flag, in the order of the bits, with the version that brought it.
 */
public final class Taints {
    /** A warning was printed. */
    public static final String WARN = "W";

    /** It has oopsed. */
    public static final String DIE = "D";

    /** A module from outside its tree was loaded. */
    public static final String OUT_OF_TREE = "O";

    private static final List<Flag> ROWS = VersionRange.table(
            Taints.class,
            "taints.tsv",
            cells -> new Flag(cells[0], cells[1].isEmpty() ? " " : cells[1], VersionRange.of(cells[2], ""), cells[3]));
    private static final KernelVersion UNSIGNED = new KernelVersion(3, 15, 0);

    private final List<Flag> flags;
    private final KernelVersion version;
    private final Set<String> set = new HashSet<>();

    private record Flag(String letter, String otherwise, VersionRange kernels, String name) {}

    /** Of a kernel of that version, which nothing has tainted yet. */
    public Taints(KernelVersion version) {
        this.version = version;
        this.flags = ROWS.stream().filter(flag -> flag.kernels().holds(version)).toList();
    }

    /** The letter for a module that is not signed: up to 3.14 that of one that was forced. */
    public String unsigned() {
        return version.compareTo(UNSIGNED) >= 0 ? "E" : "F";
    }

    /** {@code add_taint}; a letter that the version does not know leaves no trace. */
    public void add(String letter) {
        if (flags.stream().anyMatch(flag -> flag.letter().equals(letter))) {
            set.add(letter);
        }
    }

    public boolean has(String letter) {
        return set.contains(letter);
    }

    /** The letters of a module's own flags, as {@code module_flags_taint} has them. */
    public String ofModule(Set<String> letters) {
        return flags.stream().map(Flag::letter).filter(letters::contains).collect(Collectors.joining());
    }

    /** {@code print_tainted}: {@code Not tainted}, or a letter for each flag. */
    public String printed() {
        return set.isEmpty()
                ? "Not tainted"
                : "Tainted: "
                        + flags.stream()
                                .map(flag -> has(flag.letter()) ? flag.letter() : flag.otherwise())
                                .collect(Collectors.joining());
    }

    /** {@code print_tainted_verbose}; null for a kernel that nothing has tainted. */
    public @Nullable String told() {
        return set.isEmpty()
                ? null
                : flags.stream()
                        .filter(flag -> has(flag.letter()))
                        .map(flag -> "[" + flag.letter() + "]=" + flag.name())
                        .collect(Collectors.joining(", ", "Tainted: ", ""));
    }
}
