package io.bootledger.reports.gate;

import io.bootledger.analyzer.gate.Culprit;
import io.bootledger.analyzer.gate.GateResult;
import io.bootledger.analyzer.gate.Verdict;
import io.bootledger.reports.Printable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What to do where it is meant that something became slower. The command accepts all of it, also what a headline has no room for:
 * {@code bootledger gate accept acpi_init 'outside initcalls in fs' --reason TEXT}.
 */
public final class AcceptLine {
    /** Of so many a new baseline is the better answer. */
    private static final int MOST = 20;

    private AcceptLine() {}

    /** Empty where nothing is to be accepted. */
    public static Optional<String> of(GateResult result) {
        if (result.verdict() != Verdict.REGRESSED && result.verdict() != Verdict.TRADED) {
            return Optional.empty();
        }
        List<String> names = result.culprits().stream()
                .filter(AcceptLine::isSlower)
                .map(GateWords::name)
                .distinct()
                .toList();
        if (names.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                names.size() > MOST
                        ? "take boots of this kernel for the baseline: " + names.size()
                                + " things are slower, more than waivers are for"
                        : "bootledger gate accept "
                                + names.stream().map(AcceptLine::quoted).collect(Collectors.joining(" "))
                                + " --reason TEXT");
    }

    private static boolean isSlower(Culprit culprit) {
        return switch (culprit.kind()) {
            case SLOWER, ADDED, OUTSIDE, PART, SEGMENT, MACHINE ->
                Printable.of(culprit.name()).equals(culprit.name());
            case FAILED, DIED, OVER_BUDGET -> false;
        };
    }

    /** For a shell, whatever a log calls its functions. */
    private static String quoted(String name) {
        return name.matches("[A-Za-z0-9_.]+") ? name : "'" + name.replace("'", "'\\''") + "'";
    }
}
