package io.bootledger.analyzer;

import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.event.RecordedEvent;
import java.util.function.Consumer;

/** Folds the events of one boot after another into analyses. */
public final class BootAnalyzer implements EventSink {
    public BootAnalyzer(String source, Consumer<BootAnalysis> whenBootEnds) {}

    @Override
    public void accept(RecordedEvent recorded) {
        throw new UnsupportedOperationException();
    }
}
