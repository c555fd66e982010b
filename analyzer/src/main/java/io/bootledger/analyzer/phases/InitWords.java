package io.bootledger.analyzer.phases;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first words of the programs that run as init, and the kernel's last ones where none can. */
final class InitWords {
    private static final String SYSVINIT = "INIT: version ";
    private static final List<String> NO_INIT = List.of("No init found", "No working init found", "Requested init ");

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

    /** Whether a panic says that no init could be run ({@code init/main.c}, {@code kernel_init}). */
    static boolean deniesInit(@Nullable String panic) {
        return panic != null && NO_INIT.stream().anyMatch(panic::startsWith);
    }

    private InitWords() {}
}
