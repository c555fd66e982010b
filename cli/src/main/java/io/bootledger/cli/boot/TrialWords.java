package io.bootledger.cli.boot;

import io.bootledger.analyzer.advice.Trial;
import io.bootledger.analyzer.gate.Metric;
import io.bootledger.reports.DurationText;
import io.bootledger.reports.Printable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words of the command line, and what they should gain, in columns for people. */
final class TrialWords {
    private static final String NONE = "nothing that is known of this boot's initcalls is set on the command line\n";

    private TrialWords() {}

    static String of(List<Trial> trials) {
        if (trials.isEmpty()) {
            return NONE;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("on the command line", "should gain", "of", "risk"));
        trials.forEach(trial -> rows.add(List.of(trial.words(), bounds(trial), trial.function(), trial.risk())));
        return columns(rows) + "\nTo prove one, boot with it and without:\n  bootledger advise --try CMD --out DIR\n";
    }

    static String tried(List<Tried> all) {
        if (all.isEmpty()) {
            return NONE;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("on the command line", "should gain", "gained", "with 95 %", "its call", "verdict"));
        long noiseUs = Tried.noiseUs(all);
        for (Tried one : all) {
            Metric total = one.total();
            rows.add(List.of(
                    one.trial().words(),
                    bounds(one.trial()),
                    total == null
                            ? ""
                            : one.unseenWithinUs(noiseUs) == null ? DurationText.signed(-total.shiftUs()) : "not seen",
                    interval(total),
                    call(one),
                    one.verdict(noiseUs)));
        }
        return columns(rows);
    }

    private static String bounds(Trial trial) {
        return DurationText.rounded(trial.gainLowUs()) + " to " + DurationText.rounded(trial.gainHighUs());
    }

    private static String interval(@Nullable Metric total) {
        return total == null || total.lowUs() == null || total.highUs() == null
                ? ""
                : DurationText.signed(-total.highUs()) + " to " + DurationText.signed(-total.lowUs());
    }

    private static String call(Tried one) {
        Metric call = one.call();
        return one.trial().function() + (call == null ? "" : " " + DurationText.signed(call.shiftUs()));
    }

    private static String columns(List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                int at = column;
                int width = rows.stream()
                        .mapToInt(other -> Printable.of(other.get(at)).length())
                        .max()
                        .orElse(0);
                String cell = Printable.of(row.get(column));
                line.append(cell).append(" ".repeat(width - cell.length() + 2));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
