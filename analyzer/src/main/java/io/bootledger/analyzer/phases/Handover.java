package io.bootledger.analyzer.phases;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where the kernel hands over to user space, and by which of its lines that is told.
 *
 * @param line the line that tells
 * @param us its time stamp; null where it has none
 */
public record Handover(
        Milestone milestone, long line, @Nullable Long us) {
    /** What is known of the hand-over. */
    public enum Milestone {
        /** {@code Run /sbin/init as init process} ({@code init/main.c}, {@code run_init_process}; 4.19 and later). */
        INIT_STARTED("init started"),
        /**
         * The last line of freeing init memory ({@code init/main.c}, {@code kernel_init}), with which the words of a kernel
         * that does not say when it runs init end.
         */
        INIT_MEMORY_FREED("init memory was freed");

        private final String words;

        Milestone(String words) {
            this.words = words;
        }

        /** For people: "until init started". */
        public String words() {
            return words;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
