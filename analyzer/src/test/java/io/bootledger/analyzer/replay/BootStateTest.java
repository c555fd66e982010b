package io.bootledger.analyzer.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.Story;
import io.bootledger.analyzer.phases.Phase;
import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.event.ReportedDuration;
import io.bootledger.traces.event.call.AsyncCallFinished;
import io.bootledger.traces.event.call.AsyncCallStarted;
import io.bootledger.traces.event.call.LevelEntered;
import io.bootledger.traces.event.machine.InitProcessStarted;
import org.junit.jupiter.api.Test;

class BootStateTest {
    @Test
    void theLatestBegunIsTheInnermost() {
        BootState state = BootState.of(Story.ofKernel("7.2.0")
                .then(new LevelEntered(InitcallLevel.DEVICE))
                .at(100)
                .calling("outer_init", 1)
                .at(150)
                .then(new AsyncCallStarted(7, Story.builtIn("sd_probe_async"), 44))
                .at(160)
                .callingModule("m_init", "m", 70)
                .at(400)
                .says("a word")
                .analysis());

        assertThat(state.running())
                .containsExactly(
                        running(RunningCall.Kind.INITCALL, "m_init", "m", InitcallLevel.MODULE, 70, 160, 240, 5),
                        running(RunningCall.Kind.ASYNC, "sd_probe_async", null, null, 44, 150, 250, 4),
                        running(RunningCall.Kind.INITCALL, "outer_init", null, InitcallLevel.DEVICE, 1, 100, 300, 3));
        assertThat(state.level()).isEqualTo(InitcallLevel.DEVICE);
        assertThat(state.atUs()).isEqualTo(400);
    }

    @Test
    void whatReturnedIsNotRunning() {
        BootState state = BootState.of(Story.ofKernel("6.1.0")
                .at(10)
                .calling("a_init", 1)
                .then(new AsyncCallStarted(1, Story.builtIn("async"), 9))
                .at(30)
                .returned("a_init", -5, 20)
                .then(new AsyncCallFinished(1, Story.builtIn("async"), ReportedDuration.usecs(20)))
                .analysis());

        assertThat(state.running()).isEmpty();
        assertThat(state.latest().function()).isEqualTo("a_init");
        assertThat(state.called()).isEqualTo(1);
        assertThat(state.returned()).isEqualTo(1);
        assertThat(state.failed()).isEqualTo(1);
    }

    @Test
    void aTaskThatCalledTheNextHasLeftTheOneBefore() {
        BootState state = BootState.of(Story.ofKernel("6.1.0")
                .calling("return_is_lost", 1)
                .calling("running", 1)
                .analysis());

        assertThat(state.running()).extracting(RunningCall::function).containsExactly("running");
    }

    @Test
    void nothingBuiltInRunsOnceInitDoes() {
        BootState state = BootState.of(Story.ofKernel("6.1.0")
                .calling("return_is_lost", 1)
                .callingModule("m_init", "m", 70)
                .then(new InitProcessStarted("/sbin/init"))
                .analysis());

        assertThat(state.running()).extracting(RunningCall::function).containsExactly("m_init");
        assertThat(state.phase().kind()).isEqualTo(Phase.Kind.AFTER_INIT);
    }

    @Test
    void aDeviceIsPendingUntilAnAttemptIsNotPutOff() {
        BootState state = BootState.of(Story.ofKernel("6.1.0")
                .probe("a", 517, 10)
                .probe("b", 517, 10)
                .probe("b", 517, 10)
                .probe("a", 0, 10)
                .analysis());

        assertThat(state.probes()).isEqualTo(4);
        assertThat(state.pending()).isEqualTo(1);
    }

    @Test
    void withoutStampsNobodyKnowsHowLong() {
        BootState state = BootState.of(
                Story.ofKernel("6.1.0").withoutTime().calling("a_init", 1).analysis());

        assertThat(state.running()).extracting(RunningCall::forUs).containsOnlyNulls();
    }

    private static RunningCall running(
            RunningCall.Kind kind,
            String function,
            String module,
            InitcallLevel level,
            int pid,
            long startUs,
            long forUs,
            long line) {
        return new RunningCall(kind, function, module, level, pid, startUs, forUs, line);
    }
}
