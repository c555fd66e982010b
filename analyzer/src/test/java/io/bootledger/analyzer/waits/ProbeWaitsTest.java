package io.bootledger.analyzer.waits;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.RandomEvents;
import io.bootledger.analyzer.Story;
import io.bootledger.analyzer.probes.Nesting.Parent;
import io.bootledger.analyzer.timeline.CauseEvidence;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.ReportedDuration;
import io.bootledger.traces.event.Sleep;
import io.bootledger.traces.event.call.AsyncWaitFinished;
import io.bootledger.traces.event.call.AsyncWaitStarted;
import io.bootledger.traces.event.call.ProbeScheduled;
import io.bootledger.traces.event.machine.InitrdUnpackStarted;
import io.bootledger.traces.event.machine.MemoryFreed;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProbeWaitsTest {
    private static final String DRIVER = "virtio_pci_driver_init";

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static Story unpacking() {
        return Story.ofKernel("6.12.0")
                .clockSwitched()
                .at(1_000)
                .then(new InitrdUnpackStarted("Trying to unpack rootfs image as initramfs..."));
    }

    private static Story unpacked(Story boot, long us) {
        return boot.at(us).then(new MemoryFreed("initrd memory", 8_192));
    }

    private static List<CallWaits> probesOf(Story boot) {
        return boot.analysis().accounting().waits().probes();
    }

    @Test
    void aWaitThatEndsInAProbeIsTheProbes() {
        Story boot = unpacked(
                        unpacking().at(100_000).calling(DRIVER, 1).at(150_000).probe("0000:00:01.0", 0, 20_000),
                        1_100_000)
                .at(1_110_000)
                .probe("0000:00:03.0", 0, 900_000)
                .at(1_120_000)
                .returned(DRIVER, 0, 1_020_000);

        CallWaits before = probesOf(boot).get(0);
        CallWaits waited = probesOf(boot).get(1);

        assertThat(before.waits()).isEmpty();
        assertThat(before.own()).isEqualTo(new Bounds(0, 20_000));
        assertThat(waited.waits()).singleElement().satisfies(wait -> {
            assertThat(wait.what()).isEqualTo(WaitedFor.INITRAMFS);
            assertThat(wait.evidence()).isEqualTo(CauseEvidence.POSSIBLE);
            assertThat(wait.us()).isEqualTo(new Bounds(0, 893_000));
            assertThat(wait.line()).isEqualTo(6);
        });
    }

    @Test
    void aStatedWaitKeepsItsLeast() {
        Story boot = Story.ofKernel("6.12.0")
                .clockSwitched()
                .at(100_000)
                .calling(DRIVER, 1)
                .at(120_000)
                .then(new AsyncWaitStarted(1))
                .at(220_000)
                .then(new AsyncWaitFinished(1, ReportedDuration.usecs(100_000)))
                .at(230_000)
                .probe("0000:00:03.0", 0, 120_000)
                .at(240_000)
                .returned(DRIVER, 0, 140_000);

        CallWaits waited = probesOf(boot).get(0);

        assertThat(waited.waits()).extracting(Wait::us).containsExactly(new Bounds(90_000, 100_000));
        assertThat(waited.own()).isEqualTo(new Bounds(0, 30_000));
    }

    @Test
    void theSleepsOfATraceTakeThePlaceOfRules() {
        Sleep sleep = new Sleep(15_000, "kworker/0:1", "srcu_invoke_callbacks", false, List.of(), null, 0);
        Story boot = Story.ofKernel("7.2.0")
                .clockSwitched()
                .at(100_000)
                .calling("hpet_init", 1)
                .at(143_000)
                .probe("PNP0103:00", 19, 42_000)
                .at(144_000)
                .returned("hpet_init", 0, 44_000)
                .at(143_000)
                .then(new ProbeScheduled("PNP0103:00", 1, 42_000, 26_000, 1_000, List.of(sleep)));

        CallWaits waited = probesOf(boot).get(0);

        assertThat(waited.own()).isEqualTo(new Bounds(26_000, 27_000));
        assertThat(waited.waits()).singleElement().satisfies(wait -> {
            assertThat(wait.what()).isEqualTo(WaitedFor.RCU);
            assertThat(wait.evidence()).isEqualTo(CauseEvidence.MEASURED);
            assertThat(wait.us()).isEqualTo(Bounds.exactly(15_000));
        });
    }

    /** Probes one behind the other and inside one another, with the end of the unpacking anywhere. */
    @ParameterizedTest
    @MethodSource("seeds")
    void ofNoProbeIsMoreToldThanOfItsCall(long seed) {
        Random random = new Random(seed);
        Story boot = unpacking().at(10_000).calling(random.nextBoolean() ? "inet6_init" : DRIVER, 1);
        long now = 10_000;
        int freed = random.nextInt(8);
        for (int probe = 0; probe < 8; probe++) {
            long began = now;
            now += 100 + random.nextInt(20_000);
            if (probe == freed) {
                boot = unpacked(boot, now - random.nextInt(100));
            }
            if (random.nextBoolean()) {
                boot = boot.at(now).probe("child " + probe, 0, now - began - random.nextInt(50));
                now += random.nextInt(500);
            }
            boot = boot.at(now).probe("parent " + probe, 0, now - began);
        }
        BootAnalysis analysis = boot.at(now + 10).returned("inet6_init", 0, now).analysis();
        thenAddsUp(analysis);
        thenNoneWaitedMoreThanItsHolder(analysis);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void hostileEventsAddUpToo(long seed) {
        Story boot = Story.ofKernel("6.12.0");
        for (RecordedEvent event : RandomEvents.stream(seed, 300)) {
            boot = event.time() == null
                    ? boot.withoutTime()
                    : boot.at(event.time().micros());
            boot = boot.then(event.event());
        }
        thenAddsUp(boot.analysis());
    }

    private static void thenAddsUp(BootAnalysis boot) {
        Waits waits = boot.accounting().waits();
        assertThat(waits.probes()).hasSameSizeAs(boot.timeline().probes());
        IntStream.range(0, waits.probes().size()).forEach(i -> {
            CallWaits probe = waits.probes().get(i);
            Long duration = boot.timeline().probes().get(i).durationUs();
            if (duration == null) {
                assertThat(probe.own()).isNull();
                return;
            }
            long sure =
                    probe.waits().stream().mapToLong(wait -> wait.us().lowUs()).sum();
            assertThat(probe.own().highUs() + sure).isEqualTo(duration);
            assertThat(probe.own().lowUs()).isBetween(0L, probe.own().highUs());
        });
    }

    private static void thenNoneWaitedMoreThanItsHolder(BootAnalysis boot) {
        Waits waits = boot.accounting().waits();
        IntStream.range(0, waits.probes().size()).forEach(i -> {
            Parent parent = boot.accounting().nesting().parents().get(i);
            List<CallWaits> holders = parent.kind() == Parent.Kind.PROBE ? waits.probes() : waits.initcalls();
            Bounds outer = holders.get(parent.index()).waited();
            Bounds inner = waits.probes().get(i).waited();
            assertThat(inner.lowUs()).isLessThanOrEqualTo(outer.lowUs());
            assertThat(inner.highUs()).isLessThanOrEqualTo(outer.highUs());
        });
    }
}
