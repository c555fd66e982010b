package io.bootledger.cli;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.BootAnalyzer;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.simulator.scenario.Scenario;
import io.bootledger.simulator.scenario.ScenarioFit;
import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The machine of a real boot: the analyzer tells the levels, the fit the rest. Of several boots, the first. */
final class LikeLog {
    /** @param release of the kernel, should the log not say it */
    static Scenario scenario(Path log, @Nullable String release, Messages messages) {
        String name = String.valueOf(log.getFileName());
        List<BootAnalysis> boots = new ArrayList<>();
        read(log, ReadingOptions.NUMBERS, new BootAnalyzer(name, AnalysisOptions.LOG_ONLY, boots::add), messages);
        List<Initcall> calls =
                boots.isEmpty() ? List.of() : boots.get(0).timeline().initcalls();
        ScenarioFit fit = new ScenarioFit(
                name, ordinal -> ordinal < calls.size() ? calls.get(ordinal).level() : null);
        read(log, ReadingOptions.EVERYTHING, fit.assuming(release), messages);
        return fit.scenario();
    }

    private static void read(Path log, ReadingOptions options, EventSink sink, Messages messages) {
        try (LogSource source = LogSource.file(log)) {
            TraceInput.read(source, options, sink, messages);
        } catch (IOException unreadable) {
            throw CommandFailure.unreadable(Complaint.reading("--like " + log, unreadable), unreadable);
        }
    }

    private LikeLog() {}
}
