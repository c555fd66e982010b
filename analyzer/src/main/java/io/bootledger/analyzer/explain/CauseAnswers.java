package io.bootledger.analyzer.explain;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.path.PathEntry;
import io.bootledger.analyzer.waits.GapWaits;
import io.bootledger.analyzer.waits.Wait;
import io.bootledger.analyzer.whatif.WhatIf;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The rows about causes: what the boot thread waited for between initcalls, the critical path, and what changes can gain. */
final class CauseAnswers {
    private final BootAnalysis boot;

    CauseAnswers(BootAnalysis boot) {
        this.boot = boot;
    }

    List<Answer> all() {
        List<Answer> answers = new ArrayList<>();
        List<GapWaits> gaps = boot.accounting().waits().gaps();
        for (int i = 0; i < gaps.size(); i++) {
            answers.add(gap(i + 1, gaps.get(i)));
        }
        List<PathEntry> path = boot.accounting().criticalPath();
        for (int i = 0; i < path.size(); i++) {
            answers.add(entry(i + 1, path.get(i)));
        }
        List<WhatIf> changes = boot.accounting().whatIfs();
        for (int i = 0; i < changes.size(); i++) {
            answers.add(change(i + 1, changes.get(i)));
        }
        return answers;
    }

    private static Answer gap(int ordinal, GapWaits gap) {
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of("from_us", gap.fromUs(), "where what runs before it ends"));
        figures.add(Figure.of("to_us", gap.toUs(), "where what runs after it begins"));
        figures.addAll(WaitFigures.of(gap.waits()));
        List<Long> lines = gap.waits().stream().map(Wait::line).toList();
        return new Answer(Subject.GAP, ordinal, gap.name(), figures, lines);
    }

    private static Answer entry(int ordinal, PathEntry entry) {
        String had = entry.owner() + " had the time: " + entry.kind() + ", " + entry.evidence();
        List<Figure> figures = List.of(
                Figure.of("from_us", entry.fromUs(), "where the stretch before it ends"),
                Figure.of("to_us", entry.toUs(), "until then " + had));
        return new Answer(Subject.PATH, ordinal, entry.owner(), figures, List.of(entry.line()));
    }

    private Answer change(int ordinal, WhatIf change) {
        String most = change.nextBarrier() == null
                ? "the most that it gains: what of the critical path it owns"
                : "the most that it gains; what may eat it: " + change.nextBarrier();
        List<Figure> figures = List.of(
                Figure.of("gain_low_us", change.gainLowUs(), "the least that it gains; negative where it may cost"),
                Figure.of("gain_high_us", change.gainHighUs(), most));
        return new Answer(Subject.WHATIF, ordinal, change.words(), figures, lines(change.target()))
                .coded(change.action());
    }

    private List<Long> lines(String target) {
        return Stream.concat(
                        boot.timeline().initcalls().stream()
                                .filter(call -> call.function().equals(target))
                                .map(call -> call.line()),
                        boot.timeline().probes().stream()
                                .filter(probe -> probe.device().equals(target))
                                .map(probe -> probe.line()))
                .toList();
    }
}
