package io.bootledger.analyzer;

import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.event.RecordedEvent;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Folds the events of one boot after another into analyses, each handed over when its boot ends. */
public final class BootAnalyzer implements EventSink {
    private final String source;
    private final AnalysisOptions options;
    private final Executor views;
    private final Consumer<BootAnalysis> whenBootEnds;
    private BootFold boot;
    private int number;

    /** @param source name of the log, for the reports */
    public BootAnalyzer(String source, AnalysisOptions options, Consumer<BootAnalysis> whenBootEnds) {
        this(source, 1, options, Runnable::run, whenBootEnds);
    }

    /** @param number of the first boot that comes, in its log */
    public BootAnalyzer(String source, int number, AnalysisOptions options, Consumer<BootAnalysis> whenBootEnds) {
        this(source, number, options, Runnable::run, whenBootEnds);
    }

    /**
     * @param source name of the log, for the reports
     * @param views makes the views of a boot that has ended and hands them over, one boot after another, while the events of the
     *     next may already come
     */
    public BootAnalyzer(String source, AnalysisOptions options, Executor views, Consumer<BootAnalysis> whenBootEnds) {
        this(source, 1, options, views, whenBootEnds);
    }

    private BootAnalyzer(
            String source, int number, AnalysisOptions options, Executor views, Consumer<BootAnalysis> whenBootEnds) {
        this.source = source;
        this.number = number;
        this.options = options;
        this.views = views;
        this.whenBootEnds = whenBootEnds;
        this.boot = new BootFold(source, number, options);
    }

    /** The analysis of the boot that has not ended yet, by the events so far. */
    public BootAnalysis soFar() {
        return boot.view();
    }

    @Override
    public void accept(RecordedEvent recorded) {
        boot.apply(recorded);
        if (recorded.event() instanceof BootRecorded) {
            BootFold ended = boot;
            views.execute(() -> whenBootEnds.accept(ended.view()));
            boot = new BootFold(source, ++number, options);
        }
    }
}
