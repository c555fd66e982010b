package io.bootledger.cli.input;

import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.compare.measure.ComparedBoot;
import io.bootledger.cli.output.Messages;
import io.bootledger.cli.process.CommandFailure;
import java.util.Comparator;
import java.util.List;

/** Recorded boots of one kernel, to learn from how they differ. */
public final class CompleteBoots {
    private static final int FEWEST = 6;

    private CompleteBoots() {}

    /** The same by name, for who draws from them: then the same files give the same draws, in whatever order they are given. */
    public static List<BootMeasures> byName(String option, List<String> names, Messages messages) {
        return read(option, names, messages).stream()
                .sorted(Comparator.comparing(BootMeasures::boot))
                .toList();
    }

    /** Those that can be compared; too few of them are an error that says why the others cannot. */
    public static List<BootMeasures> read(String option, List<String> names, Messages messages) {
        List<BootMeasures> all = BootSet.read(option, names, messages).stream()
                .map(ComparedBoot::measures)
                .toList();
        List<BootMeasures> complete =
                all.stream().filter(boot -> boot.incomplete() == null).toList();
        if (complete.size() < FEWEST) {
            String why = all.stream()
                    .filter(boot -> boot.incomplete() != null)
                    .findFirst()
                    .map(boot -> " (" + boot.boot() + ": " + boot.incomplete() + ")")
                    .orElse("");
            throw CommandFailure.unreadable(
                    complete.size() + " complete boots" + why + ": boot the same kernel at least " + FEWEST
                            + " times, better 20",
                    null);
        }
        return complete;
    }
}
