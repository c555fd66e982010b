package io.bootledger.traces.format;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What {@code grab.sh} gathered of a machine besides its log, in sections. */
public final class Grab {
    /** Lines of {@code System.map} or {@code /proc/kallsyms}. */
    public static final String SYMBOLS = "symbols";

    /** The kernel's {@code .config}. */
    public static final String CONFIG = "config";

    /** What {@code systemd-analyze time} says. */
    public static final String SYSTEMD = "systemd-analyze time";

    /** What {@code systemd-analyze blame} says: a unit a line, the slowest first. */
    public static final String BLAME = "systemd-analyze blame";

    /** What {@code systemd-analyze critical-chain} says: a tree of units that waited for each other. */
    public static final String CHAIN = "systemd-analyze critical-chain";

    static final Set<String> SECTIONS = Set.of(SYMBOLS, CONFIG, SYSTEMD, BLAME, CHAIN);

    private final Map<String, byte[]> sections;

    Grab(Map<String, byte[]> sections) {
        this.sections = Map.copyOf(sections);
    }

    /** The lines of a section, without their ends; none of one that is not there. */
    public List<String> lines(String section) {
        byte[] text = sections.getOrDefault(section, new byte[0]);
        return new String(text, StandardCharsets.UTF_8).lines().toList();
    }

    /** The bytes of a section; null of one that is not there. */
    public @Nullable InputStream section(String name) {
        byte[] text = sections.get(name);
        return text == null ? null : new ByteArrayInputStream(text);
    }
}
