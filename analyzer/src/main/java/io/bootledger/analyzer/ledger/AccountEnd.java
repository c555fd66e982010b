package io.bootledger.analyzer.ledger;

import io.bootledger.analyzer.ledger.Ledger.End;
import io.bootledger.analyzer.phases.Handover;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the account of a boot ends: where the kernel hands over to user space; in a boot that did not get there, at the last line of
 * freeing init memory, at the panic, or where the log ends.
 */
record AccountEnd(LedgerMark mark, End why) {
    static AccountEnd of(List<LedgerMark> marks, @Nullable Handover handover) {
        for (LedgerMark mark : marks) {
            if (handover != null && mark.line() == handover.line()) {
                return new AccountEnd(mark, End.of(handover.milestone()));
            }
        }
        LedgerMark freed = last(
                marks,
                LedgerMark.Kind.INIT_MEMORY_FREED,
                LedgerMark.Kind.IMAGE_GAP_FREED,
                LedgerMark.Kind.WRITE_PROTECTED);
        if (freed != null) {
            return new AccountEnd(freed, End.INIT_MEMORY_FREED);
        }
        LedgerMark panic = first(marks, LedgerMark.Kind.PANIC);
        return panic != null
                ? new AccountEnd(panic, End.PANIC)
                : new AccountEnd(marks.get(marks.size() - 1), End.LOG_ENDED);
    }

    private static @Nullable LedgerMark first(List<LedgerMark> marks, LedgerMark.Kind kind) {
        return marks.stream().filter(mark -> mark.kind() == kind).findFirst().orElse(null);
    }

    private static @Nullable LedgerMark last(List<LedgerMark> marks, LedgerMark.Kind... kinds) {
        List<LedgerMark.Kind> wanted = List.of(kinds);
        return marks.stream()
                .filter(mark -> wanted.contains(mark.kind()))
                .reduce((one, other) -> other)
                .orElse(null);
    }
}
