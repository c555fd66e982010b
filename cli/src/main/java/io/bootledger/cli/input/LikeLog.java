package io.bootledger.cli.input;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.BootAnalyzer;
import io.bootledger.cli.output.Messages;
import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.Complaint;
import io.bootledger.cli.simulate.KnownCalls;
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

/**
 * The machine of a real boot: the analyzer tells the levels and the waits, the fit the rest. Of several boots, the first.
 *
 * @param boot what the analyzer says of the log; null when it holds no boot
 */
public record LikeLog(Scenario scenario, @Nullable BootAnalysis boot) {
    /** @param release of the kernel, should the log not say it */
    public static LikeLog of(Path log, @Nullable String release, Messages messages) {
        String name = String.valueOf(log.getFileName());
        List<BootAnalysis> boots = new ArrayList<>();
        read(log, ReadingOptions.NUMBERS, new BootAnalyzer(name, AnalysisOptions.LOG_ONLY, boots::add), messages);
        BootAnalysis boot = boots.isEmpty() ? null : boots.get(0);
        ScenarioFit fit = new ScenarioFit(name, KnownCalls.of(boot));
        read(log, ReadingOptions.EVERYTHING, fit.assuming(release), messages);
        return new LikeLog(fit.scenario(), boot);
    }

    private static void read(Path log, ReadingOptions options, EventSink sink, Messages messages) {
        try (LogSource source = LogSource.file(log)) {
            TraceInput.read(source, options, sink, messages);
        } catch (IOException unreadable) {
            throw CommandFailure.unreadable(Complaint.reading("--like " + log, unreadable), unreadable);
        }
    }
}
