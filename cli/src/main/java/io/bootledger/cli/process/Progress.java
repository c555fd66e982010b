package io.bootledger.cli.process;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import me.tongfei.progressbar.ProgressState;
import org.jspecify.annotations.Nullable;

/** How far a long run is: a bar on standard error, for people only. May be stepped by several threads. */
public final class Progress implements AutoCloseable {
    private static final long MEGABYTE = 1 << 20;

    /** Which takes about a second. */
    private static final long LONG = 16 * MEGABYTE;

    /** In fewer columns the times behind a bar would be cut off in their middle. */
    private static final int ROOM_FOR_BAR = 70;

    private static final long UNKNOWN = -1;

    private final @Nullable ProgressBar bar;

    private Progress(@Nullable ProgressBar bar) {
        this.bar = bar;
    }

    public static Progress none() {
        return new Progress(null);
    }

    /** A bar where there are several, and someone sees standard error. */
    public static Progress ofMany(long count, String what, Surroundings here) {
        return count > 1 && here.errTerminal() ? of("Reading", " " + what, 1, count, here) : none();
    }

    /** A bar in megabytes where these logs take a while, and someone sees standard error; {@link #watched} moves it. */
    public static Progress ofLogs(List<String> logs, Surroundings here) {
        long bytes = logs.stream().mapToLong(Progress::bytes).sum();
        return (logs.size() > 1 || bytes >= LONG) && bytes > 0 && here.errTerminal()
                ? of("Reading", " MB", MEGABYTE, bytes, here)
                : none();
    }

    /** A count, of which nobody knows how far it goes. */
    public static Progress ofSome(String task, String what, Surroundings here) {
        return here.errTerminal() ? of(task, " " + what, 1, UNKNOWN, here) : none();
    }

    /** Of an input of unknown length nothing. */
    private static long bytes(String log) {
        try {
            Path file = Path.of(log);
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (InvalidPathException | IOException e) {
            // What cannot be read is said by who reads it.
            return 0;
        }
    }

    private static Progress of(String task, String unit, long size, long count, Surroundings here) {
        int columns = here.columns() - 1;
        PrintStream err = new PrintStream(here.err(), true, StandardCharsets.UTF_8);
        ProgressBarBuilder bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setUnit(unit, size)
                .setInitialMax(count)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .setConsumer(new ConsoleProgressBarConsumer(err, columns))
                .clearDisplayOnFinish();
        if (columns < ROOM_FOR_BAR) {
            bar.setRenderer((progress, most) -> narrow(progress, unit, size, most));
        }
        return new Progress(bar.build());
    }

    /** {@code Reading 46% 201/433 MB}. */
    private static String narrow(ProgressState progress, String unit, long size, int most) {
        long done = progress.getCurrent();
        long all = progress.getMax();
        String text = progress.getTaskName()
                + (all > 0 ? " " + 100 * done / all + "% " + done / size + "/" + all / size : " " + done / size)
                + unit;
        return text.substring(0, Math.min(most, text.length()));
    }

    /** One is done. */
    public void step() {
        if (bar != null) {
            bar.step();
        }
    }

    /** A file whose bytes move the bar as they are read. */
    public InputStream watched(InputStream file) {
        return bar == null ? file : new Watched(file, bar);
    }

    private static final class Watched extends FilterInputStream {
        private final ProgressBar bar;

        Watched(InputStream file, ProgressBar bar) {
            super(file);
            this.bar = bar;
        }

        @Override
        public int read() throws IOException {
            int octet = super.read();
            bar.stepBy(octet < 0 ? 0 : 1);
            return octet;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = super.read(bytes, from, length);
            bar.stepBy(Math.max(0, count));
            return count;
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
