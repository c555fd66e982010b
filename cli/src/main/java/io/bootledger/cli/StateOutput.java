package io.bootledger.cli;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.reports.text.StateReport;
import io.bootledger.reports.text.TextLayout;
import io.bootledger.traces.event.Origin;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What a boot was doing at a moment, as text. */
final class StateOutput implements ResultSink {
    private final OutputStream out;
    private final TextLayout layout;
    private final @Nullable Origin last;

    /** @param last where the last event before that moment was read */
    StateOutput(OutputStream out, TextLayout layout, @Nullable Origin last) {
        this.out = out;
        this.layout = layout;
        this.last = last;
    }

    @Override
    public void boot(BootAnalysis soFar) {
        Writing.to("standard output", () -> {
            out.write(StateReport.of(soFar, last, layout).getBytes(StandardCharsets.UTF_8));
            out.flush();
        });
    }

    @Override
    public void finish() {}
}
