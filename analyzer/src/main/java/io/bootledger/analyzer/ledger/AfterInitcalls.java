package io.bootledger.analyzer.ledger;

import io.bootledger.analyzer.ledger.Account.Kind;
import io.bootledger.analyzer.ledger.Moment.Passed;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Books what follows the last initcall. {@code kernel_init_freeable} waits for the initramfs and mounts a root file system,
 * {@code kernel_init} waits for async work, frees init memory, write-protects the kernel and runs init ({@code init/main.c}); the
 * time before each of these moments goes to its account.
 */
final class AfterInitcalls {
    private static final Map<LedgerMark.Kind, Stretch> BEFORE = new EnumMap<>(Map.of(
            LedgerMark.Kind.INITRD_FREED, Stretch.INITRAMFS,
            LedgerMark.Kind.ROOT_AWAITED, Stretch.BEFORE_ROOT,
            LedgerMark.Kind.ROOT_MOUNTED, Stretch.BEFORE_ROOT,
            LedgerMark.Kind.ASYNC_WAIT_FINISHED, Stretch.KERNEL_INIT,
            LedgerMark.Kind.IMAGE_GAP_FREED, Stretch.PROTECTING,
            LedgerMark.Kind.INIT_STARTED, Stretch.REST,
            LedgerMark.Kind.MESSAGES_LOST, Stretch.LOST));

    private boolean awaitsRoot;
    private boolean freeing;

    private AfterInitcalls() {}

    static void book(List<Passed> marks, long fromUs, long toUs, AccountEnd end, Book book) {
        AfterInitcalls after = new AfterInitcalls();
        long now = fromUs;
        for (Passed mark : marks) {
            Stretch stretch = after.until(mark.mark().kind());
            if (stretch != null) {
                book.reach(mark.line());
                book.enter(stretch, null, mark.timeUs() - now);
                book.goOn();
                now = mark.timeUs();
            }
        }
        book.reach(end.mark().line());
        if (end.why() == Ledger.End.INIT_STARTED) {
            book.enter(Stretch.REST, null, toUs - now);
        } else if (after.awaitsRoot) {
            book.enter(Stretch.ROOT, null, toUs - now);
        } else {
            book.enter(
                    Kind.UNKNOWN, "after the last initcall, until " + end.why().words(), null, toUs - now);
        }
    }

    /** What the time up to a moment was spent on; null where it splits nothing. */
    private @Nullable Stretch until(LedgerMark.Kind kind) {
        Stretch stretch = switch (kind) {
            // The first of these messages ends the wait for async work, each later one some freeing.
            case INIT_MEMORY_FREED -> freeing ? Stretch.FREEING : Stretch.KERNEL_INIT;
            case WRITE_PROTECTED -> freeing ? Stretch.FREED : Stretch.KERNEL_INIT;
            case ROOT_MOUNTED -> awaitsRoot ? Stretch.ROOT : Stretch.BEFORE_ROOT;
            default -> BEFORE.get(kind);
        };
        freeing |= kind == LedgerMark.Kind.INIT_MEMORY_FREED;
        awaitsRoot = kind == LedgerMark.Kind.ROOT_AWAITED || awaitsRoot && stretch == null;
        return stretch;
    }
}
