package io.bootledger.cli.process;

import io.bootledger.reports.text.page.TextLayout;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run finds around it. Only this class asks the process for it, so that a test can say otherwise.
 *
 * @param outTerminal whether standard output is a terminal
 * @param errTerminal whether standard error is one
 */
public record Surroundings(
        InputStream in,
        OutputStream out,
        OutputStream err,
        Map<String, String> environment,
        boolean outTerminal,
        boolean errTerminal) {
    /** Of a terminal that tells no width, or 0, as a serial console does. */
    private static final int DEFAULT_COLUMNS = 100;

    /** Those of this process. The launcher says which streams are terminals; without it only a console for both tells. */
    @SuppressWarnings("SystemConsoleNull") // From Java 22 on one may be there without a terminal.
    public static Surroundings ofProcess() {
        String terminals = System.getProperty("bootledger.terminal", System.console() == null ? "" : "out,err");
        return new Surroundings(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                System.getenv(),
                terminals.contains("out"),
                terminals.contains("err"));
    }

    /** Colours are for terminals, and not for who says no-color.org's {@code NO_COLOR}. */
    public boolean colours() {
        return outTerminal
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !"dumb".equals(environment.get("TERM"));
    }

    /** Width of the terminal, between 40 and 400. */
    public int columns() {
        String columns = environment.getOrDefault("COLUMNS", "");
        int wanted = columns.matches("0*[1-9]\\d{0,3}") ? Integer.parseInt(columns) : DEFAULT_COLUMNS;
        return Math.max(40, Math.min(wanted, 400));
    }

    /** How text for standard output is laid out. */
    public TextLayout layout() {
        return new TextLayout(columns(), colours());
    }

    /** Where this user keeps what own kernels taught (XDG Base Directory Specification); null without a home. */
    @Nullable
    public Path knowledge() {
        String named = environment.getOrDefault("BOOTLEDGER_KNOWLEDGE", "");
        if (!named.isEmpty()) {
            return Path.of(named);
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        String home = environment.getOrDefault("HOME", "");
        if (!data.startsWith("/")) {
            data = home.isEmpty() ? "" : home + "/.local/share";
        }
        return data.isEmpty() ? null : Path.of(data, "bootledger", "known-levels.txt");
    }

    /** The day, in universal time; whoever wants to repeat an old verdict sets {@code BOOTLEDGER_TODAY=2026-12-31}. */
    public LocalDate today() {
        String told = environment.getOrDefault("BOOTLEDGER_TODAY", "");
        try {
            return told.isEmpty() ? LocalDate.now(ZoneOffset.UTC) : LocalDate.parse(told);
        } catch (DateTimeParseException e) {
            throw CommandFailure.usage("BOOTLEDGER_TODAY=" + told + " is no day: write it as 2026-12-31");
        }
    }

    /** Whether faults of our own are shown with their stack trace. */
    public boolean debug() {
        return !environment.getOrDefault("BOOTLEDGER_DEBUG", "").isEmpty();
    }
}
