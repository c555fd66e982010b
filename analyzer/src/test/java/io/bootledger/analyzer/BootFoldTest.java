package io.bootledger.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.clock.ClockProjection;
import io.bootledger.analyzer.failures.FaultsProjection;
import io.bootledger.analyzer.ledger.MarksProjection;
import io.bootledger.analyzer.observer.PrintedProjection;
import io.bootledger.analyzer.phases.CourseProjection;
import io.bootledger.analyzer.reading.EvidenceProjection;
import io.bootledger.analyzer.timeline.TimelineProjection;
import io.bootledger.analyzer.waits.BackgroundProjection;
import io.bootledger.traces.event.MessageLogged;
import io.bootledger.traces.event.call.InitcallFinished;
import io.bootledger.traces.event.call.InitcallStarted;
import org.junit.jupiter.api.Test;

class BootFoldTest {
    private final BootFold boot = new BootFold("boot.log", 1, AnalysisOptions.LOG_ONLY);

    @Test
    void theProjectionsCalledByNameAreThoseThatUseTheEvent() {
        assertThat(boot.using(InitcallStarted.class))
                .hasOnlyElementsOfTypes(
                        TimelineProjection.class,
                        EvidenceProjection.class,
                        CourseProjection.class,
                        PrintedProjection.class,
                        ClockProjection.class)
                .hasSize(5);
        assertThat(boot.using(InitcallFinished.class))
                .hasOnlyElementsOfTypes(
                        TimelineProjection.class,
                        EvidenceProjection.class,
                        CourseProjection.class,
                        PrintedProjection.class,
                        FaultsProjection.class)
                .hasSize(5);
        assertThat(boot.using(MessageLogged.class))
                .hasOnlyElementsOfTypes(
                        EvidenceProjection.class,
                        CourseProjection.class,
                        FaultsProjection.class,
                        MarksProjection.class,
                        PrintedProjection.class,
                        BackgroundProjection.class)
                .hasSize(6);
    }
}
