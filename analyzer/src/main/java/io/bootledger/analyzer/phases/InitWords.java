package io.bootledger.analyzer.phases;

import org.jspecify.annotations.Nullable;

/** The first words of the programs that run as init. */
final class InitWords {
    private static final String SYSVINIT = "INIT: version ";

    /** Who speaks, or null where the words are not an init's first. */
    static @Nullable String name(String text) {
        if (text.startsWith("systemd[1]: systemd ")) {
            return "systemd";
        }
        if (!text.startsWith(SYSVINIT)) {
            return null;
        }
        int end = text.indexOf(' ', SYSVINIT.length());
        return "init (sysvinit " + text.substring(SYSVINIT.length(), end < 0 ? text.length() : end) + ")";
    }

    private InitWords() {}
}
