package io.bootledger.analyzer.timeline;

import java.util.List;
import java.util.Locale;

/** The architectures that number errors in their own way; all others share one table. */
public enum ErrnoFamily {
    GENERIC(),
    ALPHA("alpha-", "-alpha"),
    MIPS("mips"),
    PARISC("parisc", "hppa"),
    SPARC("sparc");

    private final List<String> words;

    ErrnoFamily(String... words) {
        this.words = List.of(words);
    }

    /** Told by a kernel release, banner or machine name: the compiler's name and Debian's flavours hold the architecture. */
    public static ErrnoFamily of(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (ErrnoFamily family : values()) {
            for (String word : family.words) {
                if (lower.contains(word)) {
                    return family;
                }
            }
        }
        return GENERIC;
    }
}
