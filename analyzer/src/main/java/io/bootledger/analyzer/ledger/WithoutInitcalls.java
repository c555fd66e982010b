package io.bootledger.analyzer.ledger;

import io.bootledger.analyzer.ledger.Account.Kind;
import io.bootledger.analyzer.ledger.Moment.Passed;
import java.util.List;
import java.util.Set;

/**
 * Books a boot whose log has no line about an initcall. What comes before them is known as far as the command line, or the other
 * CPUs; what comes after them from where init memory is freed, or a root file system is mounted; between, nothing is.
 */
final class WithoutInitcalls {
    private static final Set<String> BEFORE = Set.of(LedgerMark.COMMAND_LINE, LedgerMark.ALL_CPUS);
    private static final Set<LedgerMark.Kind> AFTER = Set.of(
            LedgerMark.Kind.ROOT_AWAITED,
            LedgerMark.Kind.ROOT_MOUNTED,
            LedgerMark.Kind.INIT_MEMORY_FREED,
            LedgerMark.Kind.WRITE_PROTECTED,
            LedgerMark.Kind.INIT_STARTED);

    private WithoutInitcalls() {}

    static void book(List<Passed> marks, long fromUs, long toUs, AccountEnd end, Book book) {
        int next = 0;
        int known = beginning(marks);
        long now = fromUs;
        for (; next < known; next++) {
            Passed mark = marks.get(next);
            if (mark.mark().name() != null) {
                book.reach(mark.line());
                book.enter(Kind.BEFORE_INITCALLS, "until " + mark.mark().name(), null, mark.timeUs() - now);
                book.goOn();
                now = mark.timeUs();
            }
        }
        while (next < marks.size() && !AFTER.contains(marks.get(next).mark().kind())) {
            next++;
        }
        boolean goesOn = next < marks.size();
        long seenAgain = goesOn ? marks.get(next).timeUs() : toUs;
        book.reach(goesOn ? marks.get(next).line() : end.mark().line());
        book.enter(Stretch.NO_INITCALLS, null, seenAgain - now);
        book.goOn();
        if (goesOn) {
            AfterInitcalls.book(marks.subList(next, marks.size()), seenAgain, toUs, end, book);
        }
    }

    /** How many marks come before any initcall of pid 1's main loop. */
    private static int beginning(List<Passed> marks) {
        for (int i = marks.size(); i > 0; i--) {
            String name = marks.get(i - 1).mark().name();
            if (name != null && BEFORE.contains(name)) {
                return i;
            }
        }
        return 0;
    }
}
