package io.bootledger.cli.live;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.BootAnalyzer;
import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.event.RecordedEvent;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The last boot of a log that is still being written, until the kernel hands over to init or panics. The kernel may yet take back that init
 * runs, so the boot is over when nothing follows for a moment, or init has been running for a while.
 */
public final class LiveBoot implements EventSink {
    private static final long SILENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(300);
    private static final long LONG_ENOUGH_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final BootAnalyzer analyzer;
    private final LiveDisplay display;
    private @Nullable BootAnalysis boot;
    private @Nullable BootAnalysis soFar;
    private long lastNanos = System.nanoTime();
    private long shownNanos;
    private long decidedNanos;
    private boolean decided;
    private boolean stopped;

    public LiveBoot(String source, AnalysisOptions options, LiveDisplay display) {
        this.analyzer = new BootAnalyzer(source, options, ended -> boot = ended);
        this.display = display;
    }

    @Override
    public synchronized void accept(RecordedEvent event) {
        if (event.event() instanceof BootRecorded) {
            display.ends(soFar());
            decided = false;
        }
        analyzer.accept(event);
        soFar = null;
        lastNanos = System.nanoTime();
        if (lastNanos - shownNanos > TimeUnit.MILLISECONDS.toNanos(Feed.PATIENCE_MILLIS)) {
            show();
        }
    }

    /** Nothing more has come yet. */
    synchronized void waits() {
        show();
    }

    private void show() {
        BootAnalysis now = soFar();
        shownNanos = System.nanoTime();
        display.show(now, TimeUnit.NANOSECONDS.toMicros(shownNanos - lastNanos));
        boolean ended = now.milestones().reachedInit() || now.milestones().panic() != null;
        decidedNanos = ended && decided ? decidedNanos : shownNanos;
        decided = ended;
    }

    private BootAnalysis soFar() {
        BootAnalysis now = soFar == null ? analyzer.soFar() : soFar;
        soFar = now;
        return now;
    }

    /** Whether no more of the log is wanted. */
    synchronized boolean over() {
        long now = System.nanoTime();
        boolean silent = now - lastNanos > SILENCE_NANOS;
        return stopped || decided && (silent || now - decidedNanos > LONG_ENOUGH_NANOS);
    }

    /** Whoever follows has seen enough. */
    public synchronized void stop() {
        stopped = true;
    }

    /** The last boot, after the log has ended; null without any. */
    public synchronized @Nullable BootAnalysis boot() {
        return boot;
    }
}
