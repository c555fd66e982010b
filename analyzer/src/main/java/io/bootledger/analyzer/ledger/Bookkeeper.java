package io.bootledger.analyzer.ledger;

import io.bootledger.analyzer.clock.ClockDoubts;
import io.bootledger.analyzer.ledger.Account.Kind;
import io.bootledger.analyzer.ledger.Moment.Call;
import io.bootledger.analyzer.ledger.Moment.Passed;
import io.bootledger.analyzer.ledger.Moment.ProbeEnd;
import io.bootledger.analyzer.ledger.Moment.Return;
import io.bootledger.analyzer.phases.Milestones;
import io.bootledger.analyzer.probes.Nesting;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Timeline;
import io.bootledger.traces.event.InitcallLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Walks along the boot thread and books each slice of its time on one account. */
public final class Bookkeeper {
    private final Nesting nesting;
    private final List<List<String>> enclosing;
    private final long longGapUs;
    private final ClockDoubts doubts;
    private final Book book = new Book();
    private final List<Passed> passed = new ArrayList<>();
    private long nowUs;
    private @Nullable OpenCall open;
    private @Nullable Initcall before;

    private Bookkeeper(Timeline timeline, Nesting nesting, long longGapUs, long fromUs, ClockDoubts doubts) {
        this.nesting = nesting;
        this.enclosing = nesting.enclosing(timeline);
        this.longGapUs = longGapUs;
        this.nowUs = fromUs;
        this.doubts = doubts;
    }

    /** The balanced ledger of a boot; null when its log has no time stamps. */
    public static @Nullable Ledger balance(
            Timeline timeline, Nesting nesting, List<LedgerMark> passed, Milestones milestones, ClockDoubts doubts) {
        if (milestones.firstUs() == null || milestones.lastUs() == null) {
            return null;
        }
        List<LedgerMark> marks = new ArrayList<>(passed);
        marks.add(0, new LedgerMark(LedgerMark.Kind.FIRST_RECORD, null, 0, milestones.firstUs()));
        marks.add(new LedgerMark(LedgerMark.Kind.LAST_RECORD, null, Long.MAX_VALUE, milestones.lastUs()));
        AccountEnd end = AccountEnd.of(marks, milestones.handover());
        List<Moment> moments = BootThread.moments(timeline, nesting, marks, end.mark());
        long from = moments.get(0).timeUs();
        Bookkeeper keeper = new Bookkeeper(timeline, nesting, LongGap.of(moments), from, doubts);
        moments.forEach(keeper::walk);
        long to = moments.get(moments.size() - 1).timeUs();
        keeper.close(to, end);
        return new Ledger(from, to, end.why(), keeper.book.accounts(), keeper.book.postings(), keeper.book.entries());
    }

    private void walk(Moment moment) {
        book.doubt(isDoubtful(moment));
        book.reach(moment.line());
        if (moment instanceof Call call) {
            called(call);
        } else if (moment instanceof Return ret) {
            returned(ret);
        } else if (moment instanceof ProbeEnd probe && open != null) {
            open.probeEnded(probe, nesting, enclosing.get(probe.index()), book);
        } else if (moment instanceof Passed mark && open == null) {
            passed.add(mark);
        }
    }

    /** Time that ends or, as an initcall, began where stamps are in doubt. */
    private boolean isDoubtful(Moment moment) {
        return doubts.at(moment.line()) != null || moment instanceof Return ret && doubts.at(ret.initcall()) != null;
    }

    private void called(Call call) {
        if (open != null) {
            // Two calls without a return between them: the boot thread cannot be in both, so a line is missing.
            book.enter(
                    Kind.UNKNOWN, "the return of " + open.initcall.function() + " is lost", null, leave(call.timeUs()));
        }
        outsideUntil(call.timeUs(), call.initcall());
        open = new OpenCall(call.initcall(), call.timeUs());
        book.reach(call.line());
        book.goOn();
        nowUs = call.timeUs();
    }

    private void returned(Return ret) {
        if (open != null && open.initcall == ret.initcall()) {
            open.returned(ret.timeUs(), book);
            open = null;
        } else if (open == null) {
            book.enter(
                    Kind.UNKNOWN, "the call of " + ret.initcall().function() + " is lost", null, ret.timeUs() - nowUs);
        } else {
            return;
        }
        passed.clear();
        before = ret.initcall();
        nowUs = ret.timeUs();
        book.goOn();
    }

    /** Leaves the open call without a return; gives the time that is not booked on its probes. */
    private long leave(long atUs) {
        long left = Objects.requireNonNull(open).unbooked(atUs);
        before = open.initcall;
        open = null;
        passed.clear();
        nowUs = atUs;
        return left;
    }

    /** Books the time since the last call up to the next one. */
    private void outsideUntil(long atUs, Initcall next) {
        if (Passed.find(passed, mark -> mark.kind() == LedgerMark.Kind.MESSAGES_LOST) != null) {
            book.enter(Stretch.LOST, null, atUs - nowUs);
        } else if (before == null) {
            untilFirst(atUs, next);
        } else {
            between(before, next, atUs);
        }
        passed.clear();
        nowUs = atUs;
    }

    private void between(Initcall before, Initcall next, long atUs) {
        Passage passage = Passage.of(before, next, passed);
        for (Passage.Step step : passage.steps()) {
            book.reach(step.line().line());
            book.enter(step.stretch(), next.level(), step.line().timeUs() - nowUs);
            book.goOn();
            nowUs = step.line().timeUs();
        }
        book.reach(next.line());
        String levels = Passage.between(before, next);
        if (passage.rest() != null) {
            book.enter(passage.rest(), next.level(), atUs - nowUs);
        } else if (levels != null) {
            book.enter(Kind.LEVEL_CHANGE, levels, next.level(), atUs - nowUs);
        } else {
            book.enter(Kind.GAP, gapName(atUs - nowUs, before, next), next.level(), atUs - nowUs);
        }
    }

    private void untilFirst(long atUs, Initcall first) {
        for (Passed mark : passed) {
            if (mark.mark().name() != null) {
                book.doubt(doubts.at(mark.line()) != null);
                book.reach(mark.line());
                book.enter(Kind.BEFORE_INITCALLS, "until " + mark.mark().name(), null, mark.timeUs() - nowUs);
                book.goOn();
                nowUs = mark.timeUs();
            }
        }
        book.doubt(doubts.at(first.line()) != null);
        book.reach(first.line());
        book.enter(
                first.level() == InitcallLevel.CONSOLE ? Stretch.BEFORE_CONSOLE : Stretch.BEFORE_FIRST,
                null,
                atUs - nowUs);
    }

    private void close(long toUs, AccountEnd end) {
        if (open != null) {
            Initcall running = open.initcall;
            book.doubt(doubts.at(running) != null);
            book.enter(Kind.INITCALL, running.function(), running.level(), leave(toUs));
        }
        if (before == null) {
            WithoutInitcalls.book(passed, nowUs, toUs, end, book);
        } else {
            AfterInitcalls.book(passed, nowUs, toUs, end, book);
        }
    }

    /** A long gap has an account of its own, the short ones of a level share one. */
    private String gapName(long us, Initcall before, Initcall next) {
        return us >= longGapUs
                ? "after " + before.function()
                : "between " + Passage.levelName(next.level()) + " initcalls";
    }
}
