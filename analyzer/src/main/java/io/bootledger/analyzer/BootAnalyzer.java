package io.bootledger.analyzer;

import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.event.RecordedEvent;
import java.util.function.Consumer;

/** Folds the events of one boot after another into analyses, each handed over when its boot ends. */
public final class BootAnalyzer implements EventSink {
    private final String source;
    private final AnalysisOptions options;
    private final Consumer<BootAnalysis> whenBootEnds;
    private BootFold boot;
    private int number = 1;

    /** @param source name of the log, for the reports */
    public BootAnalyzer(String source, AnalysisOptions options, Consumer<BootAnalysis> whenBootEnds) {
        this.source = source;
        this.options = options;
        this.whenBootEnds = whenBootEnds;
        this.boot = new BootFold(source, number, options);
    }

    @Override
    public void accept(RecordedEvent recorded) {
        boot.apply(recorded);
        if (recorded.event() instanceof BootRecorded) {
            whenBootEnds.accept(boot.view());
            boot = new BootFold(source, ++number, options);
        }
    }
}
