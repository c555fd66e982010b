package io.bootledger.analyzer.explain;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.axis.AxisLedger;
import io.bootledger.analyzer.axis.AxisStage;
import io.bootledger.analyzer.axis.HostAlignment;
import io.bootledger.analyzer.axis.LoaderMark;
import io.bootledger.analyzer.axis.LoaderTime;
import io.bootledger.analyzer.axis.SecondFile;
import io.bootledger.analyzer.axis.StartupFinished;
import io.bootledger.analyzer.axis.UnitTime;
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
        AxisLedger ledger = boot.axis().ledger();
        if (ledger != null) {
            answers.add(ledger(ledger));
        }
        HostAlignment host = boot.axis().host();
        if (host != null) {
            answers.add(host(host));
        }
        StartupFinished startup = boot.axis().startup();
        if (startup != null) {
            answers.add(startup(startup));
        }
        boot.axis().beside().forEach(file -> answers.add(file(answers, file)));
        return answers;
    }

    private static Answer stage(int ordinal, AxisStage stage) {
        LoaderTime loader = stage.loader();
        List<Figure> figures = List.of(
                Figure.of(
                        "from_us",
                        stage.fromUs(),
                        "the stamp of its first line: the kernel's, else the host's on the kernel's clock"),
                Figure.of("until_us", stage.untilUs(), "where the next stage begins, where a clock tells it"),
                Figure.of(
                        "not_before_us",
                        stage.notBeforeUs(),
                        "the kernel's last stamp before it, where its own first line has none"),
                Figure.of(
                        "uncertainty_us",
                        stage.uncertaintyUs(),
                        "by how much lines came late to the host, and what a digit of its stamp stands for"),
                Figure.of(
                        "first_stamp_us",
                        loader == null ? null : loader.firstUs(),
                        "the first stamp that the loader has put before a line of the stage, of its own clock"),
                Figure.of("last_stamp_us", loader == null ? null : loader.lastUs(), "the last such stamp"),
                Figure.of(
                        "stamps_took_us",
                        loader == null ? null : loader.tookUs(),
                        "from the first to the last, where that clock did not begin anew in between"),
                Figure.of("first_line", stage.firstLine(), "its first own line, or the one behind the hand-over"),
                Figure.of("last_line", stage.lastLine(), "the line before the next stage's first"),
                Figure.of("evidence_line", stage.evidenceLine(), "the line that tells who it is"));
        List<Long> lines = Stream.of(stage.firstLine(), stage.evidenceLine(), stage.lastLine())
                .flatMap(Stream::ofNullable)
                .filter(line -> line > 0)
                .sorted()
                .distinct()
                .toList();
        return new Answer(Subject.STAGE, ordinal, stage.name(), figures, lines);
    }

    private Answer ledger(AxisLedger ledger) {
        List<Summand> parts = ledger.entries().stream()
                .map(entry -> new Summand(entry.name(), entry.us(), List.of()))
                .toList();
        List<Figure> figures = List.of(
                Figure.of("from_us", ledger.fromUs(), "the first moment that a clock tells of a stage"),
                Figure.of("until_us", ledger.untilUs(), "the last one"),
                Figure.sum("total_us", "from the first to the last", parts));
        List<Long> lines = boot.axis().stages().stream()
                .filter(stage -> stage.fromUs() != null || stage.untilUs() != null)
                .map(AxisStage::firstLine)
                .toList();
        return new Answer(Subject.AXIS_LEDGER, 1, "axis ledger", figures, lines).coded(Subject.AXIS_LEDGER);
    }

    private static Answer file(List<Answer> before, SecondFile file) {
        long same = before.stream()
                .filter(answer -> answer.subject() == Subject.SECOND_FILE)
                .count();
        List<Figure> figures = new ArrayList<>();
        StartupFinished startup = file.startup();
        figures.add(Figure.of(
                "total_us",
                startup == null ? null : startup.totalUs(),
                "as systemd-analyze time prints and rounds it"));
        for (UnitTime unit : file.slowest(file.units().size())) {
            figures.add(Figure.of(unit.name() + " took_us", unit.tookUs(), "as systemd-analyze prints and rounds it"));
        }
        for (LoaderMark mark : file.marks()) {
            figures.add(Figure.of(mark.name() + " us", mark.us(), "by the clock of " + mark.clock()));
        }
        return new Answer(Subject.SECOND_FILE, (int) same + 1, file.name(), figures, List.of());
    }

    private static Answer host(HostAlignment host) {
        List<Figure> figures = List.of(
                Figure.of("lines", host.lines(), "lines before init runs that the host and the kernel have stamped"),
                Figure.of(
                        "ahead_us",
                        host.aheadUs(),
                        "the least that the host's stamp of a line is ahead of the kernel's"),
                Figure.of(
                        "uncertainty_us",
                        host.uncertaintyUs(),
                        "the most less the least, and what the last digit of the host's stamps stands for"),
                Figure.of("first_line", host.firstLine(), "from where on the host's clock was not set back"),
                Figure.of(
                        "loaders_last_us",
                        host.loadersLastUs(),
                        "the host's stamp of the last line before the kernel's first, on the kernel's clock"));
        return new Answer(Subject.HOST_CLOCK, 1, "host clock", figures, List.of(host.firstLine()))
                .coded(Subject.HOST_CLOCK);
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
