package io.bootledger.analyzer.explain;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.ledger.Ledger;
import io.bootledger.analyzer.levels.LevelSummary;
import io.bootledger.analyzer.timeline.Initcall;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of initcall levels. */
final class LevelAnswers {
    private final BootAnalysis boot;
    private final LedgerAnswers ledger;

    LevelAnswers(BootAnalysis boot, LedgerAnswers ledger) {
        this.boot = boot;
        this.ledger = ledger;
    }

    List<Answer> levels() {
        List<Answer> answers = new ArrayList<>();
        for (LevelSummary level : boot.levels()) {
            List<Initcall> calls = boot.timeline().initcalls().stream()
                    .filter(call -> call.level() == level.level())
                    .toList();
            answers.add(new Answer(
                    Subject.LEVEL,
                    answers.size() + 1,
                    level.level().toString(),
                    figures(level, calls),
                    calls.stream().map(Initcall::line).toList()));
        }
        return answers;
    }

    private List<Figure> figures(LevelSummary level, List<Initcall> calls) {
        List<@Nullable Long> self = boot.accounting().nesting().initcallSelfUs();
        List<Summand> durations = new ArrayList<>();
        List<Summand> selfTimes = new ArrayList<>();
        List<Summand> doubtful = new ArrayList<>();
        for (Initcall call : calls) {
            Long selfUs = self.get(call.ordinal() - 1);
            add(call, call.durationUs(), durations);
            add(call, selfUs, selfTimes);
            add(call, boot.accounting().doubts().at(call) == null ? null : selfUs, doubtful);
        }
        return List.of(
                Figure.of("count", (long) calls.size(), "initcalls that are placed at this level"),
                Figure.of("likely", likely(calls), "those of them that only probably belong to it"),
                Figure.sum("duration_us", "the durations of its initcalls that are known, added up", durations),
                Figure.sum("self_us", "the same without the probes inside them", selfTimes),
                Figure.sum("doubtful_us", "those of these self times that stamps in doubt tell", doubtful),
                ledgerFigure(level),
                Figure.of("start_us", level.startUs(), "the earliest of their calls"),
                Figure.of("end_us", level.endUs(), "the latest of their returns"));
    }

    private static long likely(List<Initcall> calls) {
        return calls.stream().filter(call -> !call.levelCertain()).count();
    }

    private static void add(Initcall call, @Nullable Long us, List<Summand> parts) {
        if (us != null) {
            parts.add(new Summand(call.function(), us, lines(call)));
        }
    }

    private static List<Long> lines(Initcall call) {
        return call.endLine() == null ? List.of(call.line()) : List.of(call.line(), call.endLine());
    }

    private Figure ledgerFigure(LevelSummary level) {
        Ledger books = boot.accounting().ledger();
        if (books == null) {
            return Figure.of("ledger_us", null, "the log has no time stamps, and so no ledger");
        }
        return Figure.sum(
                "ledger_us",
                "what the ledger books at this level: initcalls, probes, and the gaps between them",
                books.accounts().stream()
                        .filter(account -> account.level() == level.level())
                        .map(ledger::part)
                        .toList());
    }
}
