package io.bootledger.analyzer.ledger;

import static io.bootledger.analyzer.timeline.CauseEvidence.LIKELY;
import static io.bootledger.analyzer.timeline.CauseEvidence.STATED;

import io.bootledger.analyzer.ledger.Account.Kind;
import io.bootledger.analyzer.timeline.CauseEvidence;

/**
 * What the boot thread does where it is in no initcall, by the kernel's function, and how sure that is: stated where a line says so or
 * the order of {@code init/main.c} leaves nothing else between two lines, likely where other work may be in it.
 */
enum Stretch {
    /** Only where {@code console_init} is what calls the first one. */
    BEFORE_CONSOLE(Kind.BEFORE_INITCALLS, "start_kernel until console_init", STATED),
    BEFORE_FIRST(Kind.BEFORE_INITCALLS, "until the first initcall", STATED),
    AFTER_CONSOLE(Kind.LEVEL_CHANGE, "start_kernel after console_init", STATED),
    /** {@code lockup_detector_init} is all that {@code kernel_init_freeable} calls between. */
    BEFORE_SMP(Kind.LEVEL_CHANGE, "lockup_detector_init", LIKELY),
    SMP(Kind.LEVEL_CHANGE, "smp_init", STATED),
    /** Without the line that begins it. */
    SMP_AND_BEFORE(Kind.LEVEL_CHANGE, "smp_init", LIKELY),
    SMP_TO_DEVTMPFS(Kind.LEVEL_CHANGE, "smp_init to devtmpfs_init", STATED),
    EARLY_TO_DEVTMPFS(Kind.LEVEL_CHANGE, "early to devtmpfs_init", STATED),
    BASIC_SETUP(Kind.LEVEL_CHANGE, "do_basic_setup after devtmpfs_init", STATED),
    SMP_TO_INITCALLS(Kind.LEVEL_CHANGE, "smp_init to do_initcalls", STATED),
    INITRAMFS(Kind.ASYNC_WAIT, "wait_for_initramfs", STATED),
    BEFORE_ROOT(Kind.ROOT_MOUNT, "prepare_namespace", LIKELY),
    /** Until it is mounted: that is in it. */
    ROOT(Kind.ROOT_MOUNT, "wait_for_root", STATED),
    /** It opens the console, waits for asynchronous work and frees the first piece; how much of it is waiting no line says. */
    KERNEL_INIT(Kind.ASYNC_WAIT, "kernel_init until free_initmem", STATED),
    FREEING(Kind.FREE_INIT_MEMORY, "free_initmem", STATED),
    FREED(Kind.FREE_INIT_MEMORY, "until write protection", STATED),
    PROTECTING(Kind.WRITE_PROTECT, "mark_readonly", STATED),
    REST(Kind.UNTIL_INIT, "until init runs", STATED),
    LOST(Kind.UNKNOWN, "messages were lost", CauseEvidence.UNKNOWN),
    NO_INITCALLS(Kind.UNKNOWN, "the log has no initcalls", CauseEvidence.UNKNOWN);

    private final Kind kind;
    private final String words;
    private final CauseEvidence evidence;

    Stretch(Kind kind, String words, CauseEvidence evidence) {
        this.kind = kind;
        this.words = words;
        this.evidence = evidence;
    }

    Kind kind() {
        return kind;
    }

    String words() {
        return words;
    }

    CauseEvidence evidence() {
        return evidence;
    }
}
