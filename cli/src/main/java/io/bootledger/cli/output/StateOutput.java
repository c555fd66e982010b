package io.bootledger.cli.output;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.replay.BootState;
import io.bootledger.cli.process.Writing;
import io.bootledger.reports.text.many.StateReport;
import io.bootledger.reports.text.page.TextLayout;
import io.bootledger.traces.event.BootTime;
import io.bootledger.traces.event.Origin;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What a boot was doing at a moment, as text. */
public final class StateOutput implements ResultSink {
    private final OutputStream out;
    private final TextLayout layout;
    private final @Nullable Origin last;
    private final @Nullable BootTime moment;

    /**
     * @param last where the last event before that moment was read
     * @param moment null for the end of the log
     */
    public StateOutput(OutputStream out, TextLayout layout, @Nullable Origin last, @Nullable BootTime moment) {
        this.out = out;
        this.layout = layout;
        this.last = last;
        this.moment = moment;
    }

    @Override
    public void boot(BootAnalysis soFar) {
        Writing.to("standard output", () -> {
            BootState state = moment == null ? BootState.of(soFar) : BootState.of(soFar, moment.micros());
            out.write(StateReport.of(soFar, state, last, layout).getBytes(StandardCharsets.UTF_8));
            out.flush();
        });
    }

    @Override
    public void finish() {}
}
