package io.bootledger.analyzer.phases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.bootledger.analyzer.Story;
import io.bootledger.analyzer.ledger.Ledger;
import io.bootledger.analyzer.phases.Handover.Milestone;
import io.bootledger.analyzer.phases.Phase.Kind;
import io.bootledger.traces.event.machine.InitProcessFailed;
import io.bootledger.traces.event.machine.InitProcessStarted;
import io.bootledger.traces.event.machine.KernelPanicked;
import io.bootledger.traces.event.machine.MemoryFreed;
import io.bootledger.traces.event.machine.ReadOnlyDataProtected;
import io.bootledger.traces.event.machine.UserspaceReported;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CourseProjectionTest {
    private static Story wholeBoot() {
        return Story.ofKernel("6.1.0")
                .at(100)
                .calling("a_init", 1)
                .at(300)
                .returned("a_init", 0, 5)
                .at(500)
                .then(new MemoryFreed("unused kernel image (initmem) memory", 2_824))
                .at(600)
                .then(new ReadOnlyDataProtected("Write protecting the kernel read-only data: 22528k"))
                .at(700)
                .then(new MemoryFreed("unused kernel image (text/rodata gap) memory", 2_036))
                .at(800)
                .then(new InitProcessStarted("/init"))
                .at(900)
                .callingModule("m_init", "m", 70)
                .at(950)
                .moduleReturned("m_init", "m", 0, 5);
    }

    @Test
    void everyPhaseBeginsWhereTheOneBeforeEnds() {
        assertThat(phases(wholeBoot()))
                .containsExactly(
                        new Phase(Kind.BEFORE_INITCALLS, 0L, 100L, null),
                        new Phase(Kind.INITCALLS, 100L, 300L, null),
                        new Phase(Kind.ASYNC_WAIT, 300L, 500L, null),
                        new Phase(Kind.FREE_INIT_MEMORY, 500L, 600L, null),
                        new Phase(Kind.WRITE_PROTECT, 600L, 700L, null),
                        new Phase(Kind.UNTIL_INIT, 700L, 800L, null),
                        new Phase(Kind.AFTER_INIT, 800L, 950L, null));
    }

    @Test
    void milestonesAreTheLinesThemselves() {
        assertThat(course(wholeBoot()).milestones())
                .isEqualTo(new Milestones(
                        0L,
                        100L,
                        300L,
                        500L,
                        2_824L,
                        600L,
                        800L,
                        "/init",
                        new Handover(Handover.Milestone.INIT_STARTED, 7, 800L),
                        null,
                        950L));
    }

    @Test
    void decryptedMemoryIsFreedBeforeInitMemory() {
        Course course = course(Story.ofKernel("7.2.0")
                .at(10)
                .calling("a_init", 1)
                .at(20)
                .returned("a_init", 0, 5)
                .at(30)
                .then(new MemoryFreed("unused decrypted memory", 2_028))
                .at(40)
                .then(new MemoryFreed("unused kernel image (initmem) memory", 4_392))
                .at(50)
                .then(new InitProcessStarted("/init")));

        assertThat(course.phases())
                .contains(new Phase(
                        Kind.FREE_INIT_MEMORY, 30L, 40L, "no line marks \"write protection\": that time is in here"));
        assertThat(course.milestones().initMemoryFreedUs()).isEqualTo(40);
    }

    @Test
    void memoryFreedByAWorkQueueOnceInitRunsIsAMilestoneAndNoPhase() {
        Story story = Story.ofKernel("4.19.113")
                .at(10)
                .calling("a_init", 1)
                .at(20)
                .returned("a_init", 0, 5)
                .at(2_199)
                .then(new InitProcessStarted("/init"))
                .at(2_203)
                .then(new MemoryFreed("unused kernel memory", 6_144))
                .at(3_000)
                .says("later");

        Course course = course(story);

        assertThat(course.milestones().initMemoryFreedUs()).isEqualTo(2_203);
        assertThat(course.milestones().initMemoryFreedKib()).isEqualTo(6_144);
        assertThat(course.phases())
                .extracting(Phase::kind, Phase::startUs, Phase::endUs)
                .containsExactly(
                        tuple(Kind.BEFORE_INITCALLS, 0L, 10L),
                        tuple(Kind.INITCALLS, 10L, 20L),
                        tuple(Kind.ASYNC_WAIT, 20L, 2_199L),
                        tuple(Kind.AFTER_INIT, 2_199L, 3_000L));
        Ledger ledger = story.analysis().accounting().ledger();
        assertThat(ledger.toUs()).isEqualTo(2_199);
        assertThat(ledger.ends()).isEqualTo(Ledger.End.INIT_STARTED);
    }

    @Test
    void aBootKilledAmongItsInitcallsEndsThere() {
        List<Phase> phases = phases(
                Story.ofKernel("6.1.0").at(10).calling("a_init", 1).at(70).says("last words"));

        assertThat(phases)
                .containsExactly(
                        new Phase(Kind.BEFORE_INITCALLS, 0L, 10L, null),
                        new Phase(Kind.INITCALLS, 10L, 70L, "the log ends here, before init runs"));
    }

    @Test
    void aPanicInsideAnInitcallEndsTheInitcalls() {
        Story story =
                Story.ofKernel("6.1.0").at(10).calling("a_init", 1).at(70).then(new KernelPanicked("Fatal exception"));

        assertThat(last(phases(story)))
                .isEqualTo(new Phase(Kind.INITCALLS, 10L, 70L, "the kernel panicked: Fatal exception"));
    }

    @Test
    void aPanicAfterTheLastInitcallIsNotInTheInitcalls() {
        Story story = Story.ofKernel("6.1.0")
                .at(10)
                .calling("a_init", 1)
                .at(20)
                .returned("a_init", 0, 5)
                .at(70)
                .then(new KernelPanicked("VFS: Unable to mount root fs"));

        assertThat(last(phases(story)))
                .isEqualTo(new Phase(Kind.ASYNC_WAIT, 20L, 70L, "the kernel panicked: VFS: Unable to mount root fs"));
    }

    @Test
    void aLogWithoutInitcallLinesSaysWhatItsPhasesHold() {
        List<Phase> phases = phases(Story.ofKernel("6.1.0")
                .at(500)
                .then(new MemoryFreed("unused kernel memory", 2_816))
                .then(new ReadOnlyDataProtected("data"))
                .at(800)
                .then(new InitProcessStarted("/sbin/init")));

        assertThat(phases.get(0))
                .isEqualTo(new Phase(
                        Kind.BEFORE_INITCALLS,
                        0L,
                        500L,
                        "no line marks \"initcalls\", \"after the initcalls\": that time is in here"));
    }

    @Test
    void aKernelThatDoesNotSayWhenItRunsInitHandsOverWithTheLastLineOfFreeingInitMemory() {
        Course course = course(Story.ofKernel("3.10.0")
                .at(10)
                .calling("a_init", 1)
                .at(20)
                .returned("a_init", 0, 5)
                .at(30)
                .then(new MemoryFreed("unused kernel memory", 2_816))
                .at(40)
                .then(new ReadOnlyDataProtected("Write protecting the kernel read-only data: 12288k"))
                .at(45)
                .then(new MemoryFreed("unused kernel memory", 820))
                .at(90)
                .then(new UserspaceReported("systemd[1]: systemd 204 running in system mode"))
                .at(95)
                .then(new MemoryFreed("unused kernel memory", 4)));

        Milestones milestones = course.milestones();
        assertThat(milestones.init()).isEqualTo("systemd");
        assertThat(milestones.initStartedUs()).isNull();
        assertThat(milestones.initMemoryFreedUs()).isEqualTo(30);
        assertThat(milestones.handover()).isEqualTo(new Handover(Milestone.INIT_MEMORY_FREED, 6, 45L));
        assertThat(last(course.phases()))
                .isEqualTo(new Phase(
                        Kind.AFTER_INIT,
                        45L,
                        95L,
                        "this kernel does not say when init runs: begins where init memory was freed"));
        assertThat(course.phases()).extracting(Phase::kind).doesNotContain(Kind.UNTIL_INIT);
    }

    /** A release before 4.19 needs no other sign; of any other boot user space must have been seen. */
    @ParameterizedTest
    @CsvSource({"2.6.11,true,true", "4.18.20,true,true", "4.19.0,false,true", "6.1.0,false,true", ",false,true"})
    void freedInitMemoryIsTheHandOverOfOldKernelsAndOfThoseThatUserSpaceFollows(
            String release, boolean alone, boolean followed) {
        Story freed = (release == null ? Story.ofUnknownKernel() : Story.ofKernel(release))
                .at(30)
                .then(new MemoryFreed("unused kernel memory", 2_816));

        assertThat(course(freed).milestones().reachedInit()).isEqualTo(alone);
        assertThat(course(freed.at(60).then(new UserspaceReported("INIT: version 2.86 booting")))
                        .milestones()
                        .handoverUs())
                .isEqualTo(followed ? 30L : null);
    }

    @Test
    void modulesThatAreLoadedAfterwardsAreASignOfUserSpace() {
        Milestones milestones = course(Story.ofUnknownKernel()
                        .at(30)
                        .then(new MemoryFreed("unused kernel memory", 2_816))
                        .at(60)
                        .callingModule("init_module", "raid6_pq", 70))
                .milestones();

        assertThat(milestones.handover()).isEqualTo(new Handover(Milestone.INIT_MEMORY_FREED, 1, 30L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No init found.  Try passing init= option to kernel.",
                "No working init found.  Try passing init= option to kernel.",
                "Requested init /sbin/xyz failed (error -2)."
            })
    void aKernelThatFindsNoInitHandsOverToNobody(String reason) {
        Milestones milestones = course(Story.ofKernel("3.2.0")
                        .at(30)
                        .then(new MemoryFreed("unused kernel memory", 424))
                        .at(31)
                        .then(new KernelPanicked(reason)))
                .milestones();

        assertThat(milestones.handover()).isNull();
        assertThat(milestones.reachedInit()).isFalse();
    }

    @Test
    void aPanicOfUserSpaceComesAfterTheHandOver() {
        Milestones milestones = course(Story.ofKernel("3.2.0")
                        .at(30)
                        .then(new MemoryFreed("unused kernel memory", 424))
                        .at(5_000)
                        .then(new KernelPanicked("Attempted to kill init!")))
                .milestones();

        assertThat(milestones.handoverUs()).isEqualTo(30);
    }

    @Test
    void sysvinitNamesItselfWithoutAStamp() {
        Milestones milestones = course(Story.ofUnknownKernel()
                        .withoutTime()
                        .then(new UserspaceReported("INIT: version 2.86 booting...")))
                .milestones();

        assertThat(milestones.init()).isEqualTo("init (sysvinit 2.86)");
        assertThat(milestones.initStartedUs()).isNull();
    }

    @Test
    void anInitThatCouldNotBeRunIsNotTheInit() {
        Milestones milestones = course(Story.ofKernel("6.1.0")
                        .at(10)
                        .then(new InitProcessStarted("/init"))
                        .then(new InitProcessFailed("/init", -2))
                        .at(20)
                        .then(new InitProcessStarted("/sbin/init")))
                .milestones();

        assertThat(milestones.init()).isEqualTo("/sbin/init");
        assertThat(milestones.initStartedUs()).isEqualTo(20);
    }

    @Test
    void stampsThatStepBackMakeNoNegativePhase() {
        List<Phase> phases = phases(Story.ofKernel("6.1.0")
                .at(486_000)
                .calling("a_init", 1)
                .at(12)
                .returned("a_init", 0, 5)
                .at(40)
                .then(new MemoryFreed("unused kernel memory", 1)));

        assertThat(phases).allSatisfy(phase -> assertThat(phase.endUs()).isGreaterThanOrEqualTo(phase.startUs()));
        assertThat(last(phases).endUs()).isEqualTo(486_000);
    }

    @Test
    void aLogWithoutTimeStampsHasPhasesWithoutTimes() {
        List<Phase> phases = phases(Story.ofUnknownKernel()
                .withoutTime()
                .calling("a_init", 1)
                .returned("a_init", 0, 5)
                .then(new InitProcessStarted("/init")));

        assertThat(phases).extracting(Phase::kind).contains(Kind.INITCALLS, Kind.AFTER_INIT);
        assertThat(phases).allSatisfy(phase -> assertThat(phase.startUs()).isNull());
    }

    private static List<Phase> phases(Story story) {
        return course(story).phases();
    }

    private static Course course(Story story) {
        return story.viewOf(new CourseProjection());
    }

    private static Phase last(List<Phase> phases) {
        return phases.get(phases.size() - 1);
    }
}
