package io.bootledger.analyzer.explain;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.axis.AxisStage;
import io.bootledger.analyzer.axis.StartupFinished;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The rows of who ran from power-on to login, and of what systemd says of it. */
final class AxisAnswers {
    private final BootAnalysis boot;

    AxisAnswers(BootAnalysis boot) {
        this.boot = boot;
    }

    List<Answer> all() {
        List<Answer> answers = new ArrayList<>();
        for (AxisStage stage : boot.axis().stages()) {
            answers.add(stage(answers.size() + 1, stage));
        }
        StartupFinished startup = boot.axis().startup();
        if (startup != null) {
            answers.add(startup(startup));
        }
        return answers;
    }

    private static Answer stage(int ordinal, AxisStage stage) {
        List<Figure> figures = List.of(
                Figure.of("from_us", stage.fromUs(), "the stamp of its first line, where the kernel's clock tells it"),
                Figure.of("until_us", stage.untilUs(), "where the next stage begins, where that clock tells it"),
                Figure.of(
                        "not_before_us",
                        stage.notBeforeUs(),
                        "the kernel's last stamp before it, where its own first line has none"),
                Figure.of("first_line", stage.firstLine(), "its first own line, or the one behind the hand-over"),
                Figure.of("last_line", stage.lastLine(), "the line before the next stage's first"),
                Figure.of("evidence_line", stage.evidenceLine(), "the line that tells who it is"));
        List<Long> lines = Stream.of(stage.firstLine(), stage.evidenceLine(), stage.lastLine())
                .filter(line -> line != null && line > 0)
                .sorted()
                .distinct()
                .toList();
        return new Answer(Subject.STAGE, ordinal, stage.name(), figures, lines);
    }

    private static Answer startup(StartupFinished startup) {
        List<Figure> figures = new ArrayList<>();
        startup.parts()
                .forEach(part ->
                        figures.add(Figure.of(part.name() + "_us", part.us(), "as systemd prints and rounds it")));
        figures.add(Figure.of("total_us", startup.totalUs(), "as systemd prints and rounds it"));
        return new Answer(Subject.STARTUP_FINISHED, 1, "startup finished", figures, List.of(startup.line()))
                .coded(Subject.STARTUP_FINISHED);
    }
}
