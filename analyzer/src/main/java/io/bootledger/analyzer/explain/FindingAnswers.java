package io.bootledger.analyzer.explain;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.advice.Advice;
import io.bootledger.analyzer.failures.Failure;
import io.bootledger.analyzer.reading.Diagnostic;
import io.bootledger.analyzer.timeline.Blacklisted;
import java.util.ArrayList;
import java.util.List;

/** The rows of failures, of initcalls that were skipped, of advice and of diagnostics. */
final class FindingAnswers {
    private final BootAnalysis boot;

    FindingAnswers(BootAnalysis boot) {
        this.boot = boot;
    }

    List<Answer> all() {
        List<Answer> answers = new ArrayList<>();
        addEach(boot.failures(), FindingAnswers::failure, answers);
        addEach(boot.timeline().blacklisted(), FindingAnswers::blacklisted, answers);
        addEach(boot.advice(), FindingAnswers::advice, answers);
        addEach(boot.diagnostics(), FindingAnswers::diagnostic, answers);
        return answers;
    }

    private interface Row<T> {
        Answer of(int ordinal, T row);
    }

    private static <T> void addEach(List<T> rows, Row<T> row, List<Answer> answers) {
        for (int i = 0; i < rows.size(); i++) {
            answers.add(row.of(i + 1, rows.get(i)));
        }
    }

    private static Answer blacklisted(int ordinal, Blacklisted skipped) {
        Figure time = Figure.of(
                "time_us", skipped.timeUs(), "the stamp of the line that says it is skipped (initcall_blacklist=)");
        return new Answer(Subject.BLACKLISTED, ordinal, skipped.function(), List.of(time), List.of(skipped.line()));
    }

    private static Answer advice(int ordinal, Advice advice) {
        String rule =
                advice.gainUs() == null ? advice.explanation() : "at most, before init runs: " + advice.explanation();
        Figure gain =
                Figure.of("gain_us", advice.gainUs(), advice.doubtful() ? rule + " Stamps in doubt tell it." : rule);
        return new Answer(Subject.ADVICE, ordinal, advice.code(), List.of(gain), advice.lines());
    }

    private static Answer diagnostic(int ordinal, Diagnostic diagnostic) {
        Long line = diagnostic.line();
        return new Answer(
                Subject.DIAGNOSTIC,
                ordinal,
                diagnostic.code(),
                List.of(Figure.of("line", line, diagnostic.text())),
                line == null ? List.of() : List.of(line));
    }

    private static Answer failure(int ordinal, Failure failure) {
        List<Long> lines = new ArrayList<>(List.of(failure.line()));
        failure.nearby().forEach(nearby -> lines.add(nearby.line()));
        Long returned = failure.returnValue() == null ? null : Long.valueOf(failure.returnValue());
        return new Answer(
                Subject.FAILURE,
                ordinal,
                failure.name(),
                List.of(Figure.of(
                        "return",
                        returned,
                        failure.severity() + " " + failure.kind() + ", which " + weight(failure.severity()) + ": "
                                + failure.explanation())),
                lines);
    }

    private static String weight(Failure.Severity severity) {
        return switch (severity) {
            case FATAL -> "ends the boot or hangs it";
            case REAL -> "matters";
            case SUSPICIOUS -> "may be harmless";
            case ABSENT -> "is harmless";
        };
    }
}
