package io.bootledger.cli.boot;

import java.util.Locale;

/** Why a boot was over. */
enum BootEnd {
    /** Its log told that init runs. */
    INIT("init runs"),
    /** Its output matched the mark. */
    MARK("the mark was seen"),
    /** Its kernel panicked. */
    PANIC("the kernel panicked"),
    /** The command ended by itself. */
    EXIT("the command ended"),
    /** It took longer than it may. */
    TIMEOUT("it took longer than it may"),
    /** It printed more than it may. */
    FLOOD("it printed more than it may"),
    /** Somebody ended Bootledger (Ctrl-C). */
    INTERRUPT("interrupted");

    private final String words;

    BootEnd(String words) {
        this.words = words;
    }

    /** For people. */
    String words() {
        return words;
    }

    /** Its name on file. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
