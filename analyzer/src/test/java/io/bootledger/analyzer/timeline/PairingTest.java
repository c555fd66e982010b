package io.bootledger.analyzer.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.bootledger.analyzer.Story;
import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.ReportedDuration;
import io.bootledger.traces.event.call.AsyncCallFinished;
import io.bootledger.traces.event.call.AsyncCallStarted;
import io.bootledger.traces.event.call.InitcallFinished;
import io.bootledger.traces.event.call.InitcallMisbehaved;
import io.bootledger.traces.event.call.InitcallStarted;
import io.bootledger.traces.event.machine.InitProcessStarted;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which return belongs to which call. */
class PairingTest {
    private static final String PREEMPTION = "preemption imbalance";

    @ParameterizedTest(name = "the task {0} returns first")
    @ValueSource(ints = {70, 71, 72})
    void ofThreeOpenCallsTheOneOfTheTaskReturnsAndTheOthersStayOpen(int first) {
        Story boot = Story.ofKernel("6.1.0");
        List.of(70, 71, 72).forEach(task -> boot.callingModule("mod_init", "aes", task));
        boot.by(first).moduleReturned("mod_init", "aes", first, 5);
        List.of(70, 71, 72).forEach(task -> {
            if (task != first) {
                boot.by(task).moduleReturned("mod_init", "aes", task, 5);
            }
        });

        assertThat(initcalls(boot))
                .extracting(Initcall::pid, Initcall::returnValue)
                .containsExactly(tuple(70, 70), tuple(71, 71), tuple(72, 72));
    }

    @Test
    void aCallReturnsOnce() {
        Story boot = Story.ofKernel("6.1.0");
        List.of(70, 71, 72).forEach(task -> boot.callingModule("mod_init", "aes", task));
        boot.by(71).moduleReturned("mod_init", "aes", 1, 5).moduleReturned("mod_init", "aes", 2, 5);

        assertThat(initcalls(boot)).extracting(Initcall::returnValue).containsExactly(null, 1, 2);
    }

    @Test
    void aTaskThatOpenedNoneReturnsTheMostRecent() {
        Story boot = Story.ofKernel("6.1.0")
                .callingModule("mod_init", "aes", 70)
                .callingModule("mod_init", "aes", 71)
                .by(99)
                .moduleReturned("mod_init", "aes", 3, 5);

        assertThat(initcalls(boot)).extracting(Initcall::returnValue).containsExactly(null, 3);
    }

    @Test
    void aReturnOfAModuleThatDidNotBeginIsACallOfItsOwn() {
        Story boot = Story.ofKernel("6.1.0")
                .callingModule("mod_init", "aes", 70)
                .moduleReturned("mod_init", "des", 3, 5)
                .moduleReturned("mod_init", "aes", 4, 5)
                .moduleReturned("mod_init", "aes", 5, 5);

        assertThat(initcalls(boot))
                .extracting(Initcall::module, Initcall::startUs, Initcall::returnValue)
                .containsExactly(tuple("aes", 0L, 4), tuple("des", null, 3), tuple("aes", null, 5));
    }

    @Test
    void aCallIsLookedForAmongTheLatest64OfItsSymbol() {
        assertThat(initcalls(openCalls(64).by(1_000).moduleReturned("mod_init", "aes", 3, 5))
                        .get(0)
                        .returnValue())
                .isEqualTo(3);
        assertThat(initcalls(openCalls(65).by(1_000).moduleReturned("mod_init", "aes", 3, 5))
                        .get(0)
                        .returnValue())
                .isNull();
    }

    /** Each by a task of its own, from 1,000 on. */
    private static Story openCalls(int count) {
        Story boot = Story.ofKernel("6.1.0");
        for (int i = 0; i < count; i++) {
            boot.callingModule("mod_init", "aes", 1_000 + i);
        }
        return boot;
    }

    @Test
    void aComplaintCountsForTheLatestCallOfItsSymbol() {
        Story boot = Story.ofKernel("6.1.0")
                .calling("bad_init", 1)
                .returned("bad_init", 0, 0)
                .calling("bad_init", 1)
                .returned("bad_init", 0, 0)
                .calling("good_init", 1)
                .returned("good_init", 0, 0)
                .callingModule("bad_init", "aes", 70)
                .moduleReturned("bad_init", "aes", 0, 0)
                .then(complaint());

        assertThat(initcalls(boot)).extracting(Initcall::misbehaved).containsExactly(null, PREEMPTION, null, null);
    }

    @Test
    void aComplaintIsTheReturnOfACallWhoseReturnIsLost() {
        Initcall call = initcalls(Story.ofKernel("6.1.0")
                        .at(10)
                        .calling("bad_init", 1)
                        .at(40)
                        .then(complaint()))
                .get(0);

        assertThat(call.endUs()).isEqualTo(40);
        assertThat(call.misbehaved()).isEqualTo(PREEMPTION);
        assertThat(call.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(call.isFine()).isFalse();
    }

    @Test
    void aComplaintReaches64CallsBack() {
        assertThat(initcalls(complainedAfter(63)).get(0).misbehaved()).isEqualTo(PREEMPTION);
        assertThat(initcalls(complainedAfter(64)).get(0).misbehaved()).isNull();
    }

    private static Story complainedAfter(int others) {
        Story boot = Story.ofKernel("6.1.0").calling("bad_init", 1).returned("bad_init", 0, 0);
        for (int i = 0; i < others; i++) {
            boot.calling("f" + i + "_init", 1).returned("f" + i + "_init", 0, 0);
        }
        return boot.then(complaint());
    }

    private static InitcallMisbehaved complaint() {
        return new InitcallMisbehaved(Story.builtIn("bad_init"), PREEMPTION);
    }

    @Test
    void theSecondLineOfOldKernelsCountsOnce() {
        InitcallSymbol symbol = new InitcallSymbol("a_init+0x0/0x2c", "a_init", null, "0xc03bc430", null);
        Story boot = Story.ofKernel("2.6.24")
                .then(new InitcallStarted(symbol, null))
                .then(new InitcallFinished(symbol, 0, null))
                .then(new InitcallFinished(symbol, null, ReportedDuration.msecs(3)))
                .then(new InitcallFinished(symbol, null, ReportedDuration.msecs(9)));

        assertThat(initcalls(boot))
                .extracting(Initcall::returnValue, Initcall::reportedUs)
                .containsExactly(tuple(0, 3_000L), tuple(null, 9_000L));
    }

    @Test
    void whenInitRunsWhatWasBuiltInIsGone() {
        InitcallSymbol address = new InitcallSymbol("0xffffffff81d3a5c2", "0xffffffff81d3a5c2", null, null, null);
        Story boot = Story.ofKernel("6.1.0")
                .calling("open_init", 1)
                .then(new InitProcessStarted("/init"))
                .calling("late_init", 1)
                .returned("open_init", 0, 0)
                .callingModule("mod_init", "aes", 70)
                .moduleReturned("mod_init", "aes", 0, 0)
                .then(new InitcallStarted(address, 1));

        assertThat(initcalls(boot))
                .extracting(Initcall::function, Initcall::outcome)
                .containsExactly(
                        tuple("open_init", Outcome.UNFINISHED),
                        tuple("mod_init", Outcome.OK),
                        tuple("0xffffffff81d3a5c2", Outcome.UNFINISHED));
    }

    @Test
    void onlyKernelsUpTo2621DoNotSayReturned() {
        assertThat(outcomes("2.6.21")).containsOnly(Outcome.UNKNOWN);
        assertThat(outcomes("2.6.22")).containsOnly(Outcome.UNFINISHED);
        assertThat(initcalls(Story.ofKernel("2.6.21").calling("a_init", null)))
                .extracting(Initcall::outcome)
                .containsExactly(Outcome.UNFINISHED);
        assertThat(initcalls(Story.ofKernel("2.6.21")
                        .calling("a_init", null)
                        .calling("b_init", null)
                        .returned("b_init", 0, 0)))
                .extracting(Initcall::outcome)
                .containsExactly(Outcome.UNFINISHED, Outcome.OK);
    }

    private static List<Outcome> outcomes(String release) {
        return initcalls(Story.ofKernel(release).calling("a_init", null).calling("b_init", null)).stream()
                .map(Initcall::outcome)
                .toList();
    }

    @Test
    void asyncCallsAreJoinedByTheirCookies() {
        Story boot = Story.ofKernel("6.1.0")
                .at(100)
                .then(new AsyncCallStarted(1, Story.builtIn("one"), 9))
                .at(150)
                .then(new AsyncCallStarted(2, Story.builtIn("two"), 10))
                .at(400)
                .then(new AsyncCallFinished(1, Story.builtIn("one"), null))
                .at(90)
                .then(new AsyncCallFinished(2, Story.builtIn("two"), null))
                .at(700)
                .then(new AsyncCallFinished(3, Story.builtIn("three"), ReportedDuration.usecs(20)))
                .at(800)
                .then(new AsyncCallStarted(4, Story.builtIn("four"), 11));

        assertThat(boot.viewOf(new TimelineProjection()).asyncCalls())
                .containsExactly(
                        new AsyncCall(1, "one", 9, 100L, 400L, 300L, 2),
                        new AsyncCall(2, "two", 10, 150L, 90L, null, 3),
                        new AsyncCall(3, "three", null, null, 700L, 20L, 6),
                        new AsyncCall(4, "four", 11, 800L, null, null, 7));
    }

    private static List<Initcall> initcalls(Story boot) {
        return boot.viewOf(new TimelineProjection()).initcalls();
    }
}
