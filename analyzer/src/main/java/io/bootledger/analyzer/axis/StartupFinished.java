package io.bootledger.analyzer.axis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What systemd says once it is done, as it prints it ({@code src/core/manager.c}, {@code manager_notify_finished}):
 * {@code Startup finished in 14.007s (firmware) + 1.401s (loader) + 6.117s (kernel) + 26.187s (userspace) = 47.713s.} Each number is
 * rounded for itself, so the parts may add up to a little more or less than the total.
 *
 * @param parts in the order of the line
 * @param line of the log
 */
public record StartupFinished(List<Part> parts, long totalUs, long line) {
    private static final String SPEAKER = "systemd[1]: ";
    private static final String BEGINNING = "Startup finished in ";
    private static final Pattern PART =
            Pattern.compile("(?<span>[0-9a-z. ]{1,60}) \\((?<name>[a-z-]{1,20})\\)(?: \\+ | = )");

    /** @param name {@code firmware}, {@code loader}, {@code kernel}, {@code initrd}, {@code userspace} */
    public record Part(String name, long us) {}

    /** What its clock counts that the kernel's does not. */
    private static final Set<String> BEFORE = Set.of("firmware", "loader");

    /** Rounded, and to systemd the kernel takes until systemd runs. */
    private static final long OFF_US = 10_000;

    /** How long a part took; null where it is not told. */
    @Nullable
    Long part(String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .map(Part::us)
                .findFirst()
                .orElse(null);
    }

    /** Boot time at which it was done; 0 where it does not tell how long the kernel took. */
    long overUs() {
        return part("kernel") == null
                ? 0
                : parts.stream()
                        .filter(part -> !BEFORE.contains(part.name()))
                        .mapToLong(Part::us)
                        .sum();
    }

    /**
     * Whether this may be said of a boot, in which systemd does not run before the hand-over.
     *
     * @param handoverUs null where it is not known
     */
    public boolean isOf(@Nullable Long handoverUs) {
        Long kernelUs = part("kernel");
        return kernelUs == null || handoverUs == null || kernelUs + OFF_US >= handoverUs;
    }

    /** Of a message; null where it does not say so, or cannot be read. The managers of users are not asked. */
    static @Nullable StartupFinished of(String message, long line) {
        return message.startsWith(SPEAKER) ? said(message.substring(SPEAKER.length()), line) : null;
    }

    /** The same of {@code systemd-analyze time}, which does not say who says it. */
    static @Nullable StartupFinished said(String message, long line) {
        if (!message.startsWith(BEGINNING)) {
            return null;
        }
        Matcher matcher = PART.matcher(message).region(BEGINNING.length(), message.length());
        List<Part> parts = new ArrayList<>();
        int end = BEGINNING.length();
        while (matcher.lookingAt()) {
            long us = Timespan.us(matcher.group("span"));
            if (us < 0) {
                return null;
            }
            parts.add(new Part(matcher.group("name"), us));
            end = matcher.end();
            matcher.region(end, message.length());
        }
        String total = message.substring(end);
        long us = Timespan.us(total.endsWith(".") ? total.substring(0, total.length() - 1) : total);
        return us < 0 ? null : new StartupFinished(List.copyOf(parts), us, line);
    }
}
