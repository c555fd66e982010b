package io.bootledger.analyzer.whatif;

import java.util.Locale;

/** What could be changed. */
public enum Action {
    /** An initcall made faster, a module, or left out. What it waits for, the next one that needs it waits for instead. */
    FASTER("%s faster", false),
    /** A probe on the boot thread made asynchronous: names and order of devices may change. */
    ASYNCHRONOUS("probe of %s asynchronous", false),
    /** A device bound before the one that needs it is first tried. */
    SUPPLIER("%s bound earlier", true),
    /** An initramfs that is unpacked sooner: smaller, or compressed otherwise. */
    INITRAMFS("an initramfs that unpacks faster", true),
    /** {@code initramfs_async=0}: never a speed-up by itself, and told only where it was measured to matter, on one CPU. */
    UNPACK_AT_ONCE("initramfs_async=0", false),
    /** {@code cryptomgr.notests=1}: a safety net less; ignored in FIPS mode. */
    NO_SELF_TESTS("cryptomgr.notests=1", false),
    /** Asynchronous work that ends sooner. */
    ASYNC_WORK("async work done sooner", true),
    /** A root device that is there sooner. */
    ROOT_DEVICE("a root device there sooner", true);

    private final String words;
    private final boolean safe;

    Action(String words, boolean safe) {
        this.words = words;
        this.safe = safe;
    }

    /** For people: "cryptomgr.notests=1". */
    public String words(String target) {
        return words.replace("%s", target);
    }

    /** Whether the machine can do all that it could before. */
    public boolean isSafe() {
        return safe;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
