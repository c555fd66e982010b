package io.bootledger.analyzer.ledger;

import io.bootledger.analyzer.ledger.Account.Kind;
import io.bootledger.analyzer.ledger.Moment.Passed;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Books what follows the last initcall. {@code kernel_init_freeable} waits for the initramfs and mounts a root file system,
 * {@code kernel_init} waits for async work, frees init memory, write-protects the kernel and runs init ({@code init/main.c}); the
 * time before each of these moments goes to its account.
 */
final class AfterInitcalls {
    private record Heading(Kind kind, String name) {}

    private static final Heading REST = new Heading(Kind.UNTIL_INIT, "until init runs");
    private static final Heading FREEING = new Heading(Kind.FREE_INIT_MEMORY, "free_initmem");
    private static final Heading FREED = new Heading(Kind.FREE_INIT_MEMORY, "until write protection");
    private static final Heading WAITING = new Heading(Kind.ASYNC_WAIT, "async_synchronize_full");

    private static final Map<Mark.Kind, Heading> BEFORE = new EnumMap<>(Map.of(
            Mark.Kind.INITRD_FREED, new Heading(Kind.ASYNC_WAIT, "wait_for_initramfs"),
            Mark.Kind.ROOT_MOUNTED, new Heading(Kind.ROOT_MOUNT, "prepare_namespace"),
            Mark.Kind.ASYNC_WAIT_FINISHED, WAITING,
            Mark.Kind.IMAGE_GAP_FREED, new Heading(Kind.WRITE_PROTECT, "mark_readonly"),
            Mark.Kind.INIT_STARTED, REST,
            Mark.Kind.MESSAGES_LOST, new Heading(Kind.UNKNOWN, "messages were lost")));

    private AfterInitcalls() {}

    static void book(List<Passed> marks, long fromUs, long toUs, AccountEnd end, Book book) {
        long now = fromUs;
        boolean freeing = false;
        for (Passed mark : marks) {
            Mark.Kind kind = mark.mark().kind();
            Heading heading = switch (kind) {
                // The first of these messages ends the wait for async work, each later one some freeing.
                case INIT_MEMORY_FREED -> freeing ? FREEING : WAITING;
                case WRITE_PROTECTED -> freeing ? FREED : WAITING;
                default -> BEFORE.get(kind);
            };
            if (heading != null) {
                book.reach(mark.line());
                book.enter(heading.kind(), heading.name(), null, mark.timeUs() - now);
                book.goOn();
                now = mark.timeUs();
            }
            freeing |= kind == Mark.Kind.INIT_MEMORY_FREED;
        }
        Heading last = end.why() == Ledger.End.INIT_STARTED
                ? REST
                : new Heading(
                        Kind.UNKNOWN,
                        "after the last initcall, until " + end.why().words());
        book.reach(end.mark().line());
        book.enter(last.kind(), last.name(), null, toUs - now);
    }
}
