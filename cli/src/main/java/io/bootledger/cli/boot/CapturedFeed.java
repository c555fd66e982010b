package io.bootledger.cli.boot;

import io.bootledger.cli.live.Feed;
import io.bootledger.cli.live.FollowedStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What a command prints, kept as it comes, until the boot is over for a reason that needs no reader of the log. */
final class CapturedFeed implements Feed {
    private static final long LATE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final CommandSession session;
    private final FollowedStream output;
    private final CapturedLog log;
    private final BootLimits.Values limits;
    private final @Nullable MarkSearch mark;
    private final long beganNanos = System.nanoTime();
    private volatile boolean stopped;
    private boolean outputEnded;
    private @Nullable Long overNanos;
    private @Nullable BootEnd end;

    CapturedFeed(CommandSession session, CapturedLog log, BootLimits.Values limits) {
        this.session = session;
        this.output = new FollowedStream(session.output());
        this.log = log;
        this.limits = limits;
        this.mark = limits.mark() == null ? null : new MarkSearch(limits.mark());
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (end == null) {
            end = outside();
        }
        if (end != null) {
            return -1;
        }
        boolean lived = session.lives();
        int count = next(bytes, from, (int) Math.min(length, limits.mostBytes() - log.bytes()));
        if (count > 0) {
            keep(bytes, from, count);
            if (mark != null && mark.isFoundWith(bytes, from, count)) {
                end = BootEnd.MARK;
            }
        } else if (!lived && nothingIsToCome()) {
            end = BootEnd.EXIT;
        }
        return Math.max(count, 0);
    }

    /** What it wrote before it ended is read first; whoever it left behind may hold its output open for ever. */
    private boolean nothingIsToCome() {
        if (overNanos == null) {
            overNanos = System.nanoTime();
        }
        return outputEnded || System.nanoTime() - overNanos > LATE_NANOS;
    }

    /** A disk that is full is told from output that cannot be read. */
    private void keep(byte[] bytes, int from, int length) {
        try {
            log.write(bytes, from, length, sinceUs());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable BootEnd outside() {
        if (stopped) {
            return BootEnd.INTERRUPT;
        }
        if (log.bytes() >= limits.mostBytes() || log.lines() >= limits.mostLines()) {
            return BootEnd.FLOOD;
        }
        return System.nanoTime() - beganNanos > limits.timeoutNanos() ? BootEnd.TIMEOUT : null;
    }

    /** A command may close its output and live on. */
    private int next(byte[] bytes, int from, int length) throws IOException {
        if (outputEnded) {
            session.await(PATIENCE_MILLIS);
            return 0;
        }
        int count = output.read(bytes, from, length);
        outputEnded = count < 0;
        return count;
    }

    /** Keeps what comes until the boot is over. */
    void readAll() throws IOException {
        byte[] bytes = new byte[1 << 16];
        while (read(bytes, 0, bytes.length) >= 0) {
            // It is kept by being read.
        }
    }

    /** Ends the boot, from another thread. */
    void stop() {
        stopped = true;
    }

    /** Whether the command does. */
    boolean lives() {
        return session.lives();
    }

    /** Since the command was started. */
    long sinceUs() {
        return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - beganNanos);
    }

    /** Why the boot is over; null while it is not. */
    @Nullable
    BootEnd end() {
        return end;
    }

    @Override
    public void close() throws IOException {
        output.close();
    }
}
