package io.bootledger.analyzer.failures;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.Story;
import io.bootledger.analyzer.failures.Failure.Nearby;
import io.bootledger.analyzer.failures.Failure.Severity;
import io.bootledger.analyzer.reading.Diagnostic;
import io.bootledger.analyzer.timeline.Outcome;
import io.bootledger.traces.event.call.InitcallMisbehaved;
import io.bootledger.traces.event.machine.CommandLineGiven;
import io.bootledger.traces.event.machine.InitProcessFailed;
import io.bootledger.traces.event.machine.InitProcessStarted;
import io.bootledger.traces.event.machine.KernelOopsed;
import io.bootledger.traces.event.machine.KernelPanicked;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {
    @Test
    void theCallThatNeverReturnedIsNamedFirst() {
        List<Failure> failures = failures(Story.ofKernel("6.1.0")
                .calling("a_init", 1)
                .returned("a_init", -12, 0)
                .calling("pci_slot_init", 1)
                .then(new KernelOopsed("BUG: kernel NULL pointer dereference"))
                .then(new KernelPanicked("Fatal exception")));

        assertThat(failures).extracting(Failure::name).startsWith("pci_slot_init", "Fatal exception");
        assertThat(failures)
                .extracting(Failure::severity)
                .containsExactly(Severity.FATAL, Severity.FATAL, Severity.REAL, Severity.REAL);
        assertThat(failures.get(0).nearby()).containsExactly(new Nearby(5, "BUG: kernel NULL pointer dereference"));
    }

    @Test
    void aCallWhoseTaskWentOnHasOnlyLostItsReturnLine() {
        List<Failure> failures = failures(Story.ofKernel("6.1.0")
                .calling("lost_init", 1)
                .calling("next_init", 1)
                .returned("next_init", 0, 0));

        assertThat(only(failures).severity()).isEqualTo(Severity.SUSPICIOUS);
        assertThat(only(failures).explanation()).contains("its task went on");
    }

    @Test
    void aCallThatTheLogBreaksOffInIsNoFailure() {
        assertThat(failures(Story.ofKernel("6.1.0")
                        .at(1_000_000)
                        .calling("a_init", 1)
                        .at(1_000_017)
                        .says("last words")
                        .callingModule("m_init", "m", 70)))
                .isEmpty();
    }

    @Test
    void aCallAfterWhichTheLogGoesOnForLongHung() {
        Failure failure = only(failures(Story.ofKernel("6.1.0")
                .at(1_000_000)
                .calling("a_init", 1)
                .at(31_000_000)
                .says("random: crng init done")));

        assertThat(failure.severity()).isEqualTo(Severity.FATAL);
        assertThat(failure.outcome()).isEqualTo(Outcome.UNFINISHED);
        assertThat(failure.explanation()).isEqualTo("it hung: the log goes on for 30 s, and it never returned");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INFO: task swapper/0:1 blocked for more than 120 seconds.",
                "rcu: INFO: rcu_preempt detected stalls on CPUs/tasks:",
                "watchdog: Watchdog detected hard LOCKUP on cpu 1"
            })
    void aCallDuringWhichTheKernelReportsAStallHung(String message) {
        Story story = Story.ofKernel("6.1.0").calling("a_init", 1).says(message);

        assertThat(only(failures(story)).explanation()).isEqualTo("the kernel says that it hangs (line 3)");
    }

    @Test
    void aCallThatFaultedDiedThere() {
        List<Failure> failures = failures(
                Story.ofKernel("6.1.0").calling("a_init", 1).then(new KernelOopsed("Oops: 0002 [#1] PREEMPT SMP")));

        assertThat(failures.get(0).explanation()).isEqualTo("the kernel faulted before it returned (line 3)");
        assertThat(failures.get(0).nearby())
                .extracting(Failure.Nearby::text)
                .containsExactly("Oops: 0002 [#1] PREEMPT SMP");
    }

    @Test
    void whatWentWrongAndItsCountAreOneOopsAndTheNextIsAnother() {
        KernelOopsed head = new KernelOopsed("BUG: kernel NULL pointer dereference, address: 0000000000000054");

        assertThat(failures(Story.ofKernel("6.1.0")
                        .then(head)
                        .then(new KernelOopsed("Oops: 0000 [#1] PREEMPT SMP NOPTI"))
                        .then(new KernelOopsed("Oops: 0000 [#2] PREEMPT SMP NOPTI"))
                        .then(head)
                        .then(new KernelOopsed("Oops: 0000 [#3] PREEMPT SMP NOPTI"))))
                .extracting(Failure::name)
                .containsExactly(head.text(), "Oops: 0000 [#2] PREEMPT SMP NOPTI", head.text());
    }

    @Test
    void whatHangsIsOneFailureHoweverOftenAWatchdogTellsIt() {
        List<Failure> failures = failures(Story.ofKernel("5.10.0")
                .then(new KernelOopsed("BUG: workqueue lockup - pool cpus=0 node=0 flags=0x0 nice=0 stuck for 46s!"))
                .then(new KernelOopsed("BUG: workqueue lockup - pool cpus=0 node=0 flags=0x0 nice=0 stuck for 78s!"))
                .then(new KernelOopsed("BUG: workqueue lockup - pool cpus=1 node=0 flags=0x0 nice=0 stuck for 46s!"))
                .then(new KernelOopsed("BUG: sleeping function called from invalid context at mm/slab.h:1")));

        assertThat(failures)
                .extracting(Failure::explanation)
                .containsExactly(
                        "the kernel says that something hangs",
                        "the kernel says that something hangs",
                        "code slept where it must not, and the kernel went on");
    }

    @Test
    void aPanicThatASecondConsoleRepeatsCountsOnce() {
        KernelPanicked panic = new KernelPanicked("VFS: Unable to mount root fs");

        assertThat(failures(Story.ofKernel("6.1.0")
                        .at(5)
                        .then(panic)
                        .says("Rebooting")
                        .at(6)
                        .then(panic)))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "ip=dhcp, ip_auto_config, -19, REAL",
        "ip=192.0.2.1:::::eth0:off, ip_auto_config, -1, REAL",
        "ip=off, ip_auto_config, -19, ABSENT",
        "root=/dev/nfs, ip_auto_config, -19, ABSENT",
        "netconsole=@/eth0, init_netconsole, -19, REAL",
        "dm-mod.create=x, dm_init_init, -22, REAL",
        "amd_pstate=active, amd_pstate_init, -19, REAL",
        "amd_pstate=disable, amd_pstate_init, -19, ABSENT",
        "amd_pstate=active, another_init, -19, ABSENT"
    })
    void whatTheCommandLineAskedForAndDidNotGetIsAFailure(
            String line, String function, int returned, Severity severity) {
        Failure failure = only(failures(Story.ofKernel("6.1.0")
                .then(new CommandLineGiven("quiet " + line, true))
                .calling(function, 1)
                .returned(function, returned, 12_300_000)));

        assertThat(failure.severity()).isEqualTo(severity);
        assertThat(failure.explanation().startsWith(line + " asks for ")).isEqualTo(severity == Severity.REAL);
    }

    @Test
    void aComplaintThatStandsAloneIsAboutAnInitcall() {
        Story story = Story.ofUnknownKernel()
                .at(1_000)
                .then(new InitcallMisbehaved(Story.builtIn("foo_init"), "preemption imbalance disabled interrupts"));

        Failure failure = only(failures(story));
        assertThat(failure.name()).isEqualTo("foo_init");
        assertThat(failure.severity()).isEqualTo(Severity.REAL);
        assertThat(failure.explanation()).endsWith("preemption imbalance disabled interrupts");
        assertThat(story.analysis().reading().initcallDebug()).isTrue();
        assertThat(story.analysis().diagnostics()).extracting(Diagnostic::code).doesNotContain("no-initcall-lines");
    }

    @Test
    void positiveReturnsAreNoFailures() {
        assertThat(failures(Story.ofKernel("6.1.0").returned("set_hardened_usercopy", 1, 0)))
                .isEmpty();
    }

    @Test
    void anInitThatCouldNotBeRunIsFatalOnlyWhenNoOtherRuns() {
        Story tried =
                Story.ofKernel("6.1.0").then(new InitProcessStarted("/init")).then(new InitProcessFailed("/init", -2));
        assertThat(only(failures(tried)).severity()).isEqualTo(Severity.FATAL);

        tried.then(new InitProcessStarted("/sbin/init"));
        assertThat(only(failures(tried)).severity()).isEqualTo(Severity.SUSPICIOUS);
    }

    @Test
    void theErrorLinesInsideTheCallAreShownWithIt() {
        Failure failure = only(failures(Story.ofKernel("6.1.0")
                .says("an old error")
                .calling("a_init", 1)
                .says("a: probing")
                .says("a: firmware timeout")
                .says("a: DMA domain TLB invalidation policy: lazy mode")
                .says("a: cannot reset")
                .returned("a_init", -5, 0)));

        assertThat(failure.nearby())
                .extracting(Nearby::text)
                .containsExactly("an old error", "a: firmware timeout", "a: cannot reset");
    }

    @Test
    void wherePrioritiesAreKnownTheyTellWhatAnErrorIs() {
        Failure failure = only(failures(Story.ofKernel("6.1.0")
                .withPriority(6)
                .says("no error here")
                .withPriority(3)
                .says("the clock is gone")
                .returned("a_init", -5, 0)));

        assertThat(failure.nearby()).extracting(Nearby::text).containsExactly("the clock is gone");
    }

    @Test
    void farAwayErrorsAreNotNear() {
        Story story = Story.ofKernel("6.1.0").says("an error long ago");
        for (int i = 0; i < 15; i++) {
            story.calling("x" + i, 1).returned("x" + i, 0, 0);
        }

        assertThat(only(failures(story.returned("a_init", -5, 0))).nearby()).isEmpty();
    }

    @Test
    void whatNobodyAskedForIsNoFailure() {
        Story boot = Story.ofKernel("6.1.0").then(new CommandLineGiven("quiet root=/dev/vda1", true));

        Failure failure = only(failures(boot.returned("software_resume", -2, 0)));

        assertThat(failure.severity()).isEqualTo(Severity.ABSENT);
        assertThat(failure.explanation()).isEqualTo("no hibernation image is asked for: there is no resume=");
    }

    @Test
    void whatTheCommandLineAsksForIsMissed() {
        Story boot = Story.ofKernel("6.1.0").then(new CommandLineGiven("quiet resume=/dev/vdb", true));

        Failure failure = only(failures(boot.returned("software_resume", -19, 0)));

        assertThat(failure.severity()).isEqualTo(Severity.REAL);
        assertThat(failure.explanation()).contains("resume=/dev/vdb");
    }

    @Test
    void whereTheCommandLineIsLostItIsSaidSo() {
        Failure failure = only(failures(Story.ofKernel("6.1.0").returned("software_resume", -2, 0)));

        assertThat(failure.severity()).isEqualTo(Severity.SUSPICIOUS);
        assertThat(failure.explanation()).contains("which this log does not hold");
    }

    private static List<Failure> failures(Story story) {
        return story.analysis().failures();
    }

    private static Failure only(List<Failure> failures) {
        assertThat(failures).hasSize(1);
        return failures.get(0);
    }
}
