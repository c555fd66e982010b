package io.bootledger.analyzer.waits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.bootledger.analyzer.Story;
import io.bootledger.analyzer.timeline.CauseEvidence;
import io.bootledger.traces.event.ReportedDuration;
import io.bootledger.traces.event.call.AsyncWaitFinished;
import io.bootledger.traces.event.call.AsyncWaitStarted;
import io.bootledger.traces.event.machine.CommandLineGiven;
import io.bootledger.traces.event.machine.InitrdUnpackStarted;
import io.bootledger.traces.event.machine.MemoryFreed;
import io.bootledger.traces.event.machine.RootMounted;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitFinderTest {
    private static Story unpacking(String release) {
        return Story.ofKernel(release)
                .clockSwitched()
                .at(1_000)
                .then(new InitrdUnpackStarted("Trying to unpack rootfs image as initramfs..."));
    }

    private static Story unpacked(Story boot) {
        return boot.then(new MemoryFreed("initrd memory", 8_192));
    }

    private static List<Wait> waitsOf(Story boot) {
        return boot.analysis().accounting().waits().initcalls().get(0).waits();
    }

    @Test
    void aKnownCallThatHoldsTheEndOfUnpackingWaitedForIt() {
        Story boot = unpacked(unpacking("6.12.0")
                        .at(100_000)
                        .calling("crypto_kdf108_init", 1)
                        .at(1_100_000))
                .at(1_120_000)
                .returned("crypto_kdf108_init", 0, 1_020_000);

        Wait wait = waitsOf(boot).get(0);

        assertThat(wait.what()).isEqualTo(WaitedFor.INITRAMFS);
        assertThat(wait.evidence()).isEqualTo(CauseEvidence.LIKELY);
        assertThat(wait.us()).isEqualTo(new Bounds(900_000, 1_003_000));
        assertThat(wait.rule()).isEqualTo("W1");
    }

    @Test
    void whatItSaidInBetweenIsNotWaiting() {
        Story boot = unpacked(unpacking("6.12.0")
                        .at(100_000)
                        .calling("inet6_init", 1)
                        .at(600_000)
                        .says("NET: Registered PF_INET6 protocol family")
                        .at(700_000)
                        .says("clocksource: tsc: mask: 0xffffffffffffffff")
                        .at(1_100_000))
                .at(1_120_000)
                .returned("inet6_init", 0, 1_020_000);

        assertThat(waitsOf(boot).get(0).us().lowUs()).isEqualTo(450_000);
    }

    @Test
    void anUnknownCallMayOnlyHaveWaited() {
        Story boot = unpacked(unpacking("6.12.0")
                        .at(100_000)
                        .calling("journal_init", 1)
                        .at(1_100_000))
                .at(1_120_000)
                .returned("journal_init", 0, 1_020_000);

        assertThat(waitsOf(boot).get(0).evidence()).isEqualTo(CauseEvidence.POSSIBLE);
        assertThat(waitsOf(boot).get(0).us().lowUs()).isZero();
    }

    @Test
    void beforeItWasAsynchronousUnpackingIsTheCallsOwnWork() {
        Story boot = unpacked(Story.ofKernel("5.10.0")
                        .clockSwitched()
                        .at(1_000)
                        .calling("populate_rootfs", 1)
                        .at(1_100)
                        .then(new InitrdUnpackStarted("Trying to unpack rootfs image as initramfs..."))
                        .at(900_000))
                .at(900_100)
                .returned("populate_rootfs", 0, 899_000);

        assertThat(waitsOf(boot)).isEmpty();
    }

    @Test
    void withoutAsynchronousUnpackingThatCallWaitsForCertain() {
        Story boot = unpacked(Story.ofKernel("6.1.0")
                        .clockSwitched()
                        .at(1_000)
                        .calling("populate_rootfs", 1)
                        .at(1_100)
                        .then(new InitrdUnpackStarted("Trying to unpack rootfs image as initramfs..."))
                        .at(901_100))
                .at(901_200)
                .returned("populate_rootfs", 0, 900_200);

        assertThat(waitsOf(boot).get(0).evidence()).isEqualTo(CauseEvidence.STATED);
        assertThat(waitsOf(boot).get(0).us()).isEqualTo(new Bounds(810_000, 900_200));
    }

    @Test
    void theCallThatRetriesDeferredProbesWaitsForTheirWorker() {
        Story boot = Story.ofKernel("6.12.0")
                .clockSwitched()
                .at(10_000)
                .calling("deferred_probe_initcall", 1)
                .at(20_000)
                .probe("one", 0, 8_000)
                .at(25_000)
                .probe("two", 0, 9_000)
                .at(26_000)
                .returned("deferred_probe_initcall", 0, 15_900);

        Wait wait = waitsOf(boot).get(0);

        assertThat(wait.what()).isEqualTo(WaitedFor.DEFERREDPROBE);
        assertThat(wait.us()).isEqualTo(new Bounds(13_000, 15_900));
    }

    @Test
    void withNothingToRetryItHasNoWaitToShow() {
        Story boot = Story.ofKernel("6.12.0")
                .clockSwitched()
                .at(10_000)
                .calling("deferred_probe_initcall", 1)
                .at(26_000)
                .returned("deferred_probe_initcall", 0, 15_900);

        assertThat(waitsOf(boot)).isEmpty();
    }

    private static Story certificates(String commandLine) {
        return Story.ofKernel("6.12.0")
                .then(new CommandLineGiven(commandLine, true))
                .clockSwitched()
                .at(10_000)
                .calling("load_system_certificate_list", 1)
                .at(11_000)
                .says("Loading compiled-in X.509 certificates")
                .at(211_000)
                .says("Loaded X.509 cert 'one'")
                .at(213_000)
                .returned("load_system_certificate_list", 0, 203_000);
    }

    @Test
    void theFirstCertificateWaitsForSelfTests() {
        Wait wait = waitsOf(certificates("quiet")).get(0);

        assertThat(wait.what()).isEqualTo(WaitedFor.CRYPTOTEST);
        assertThat(wait.us()).isEqualTo(new Bounds(100_000, 203_000));
        assertThat(waitsOf(certificates("quiet"))).hasSize(1);
    }

    @Test
    void withoutSelfTestsNobodyWaitsForThem() {
        assertThat(waitsOf(certificates("cryptomgr.notests=1"))).isEmpty();
        assertThat(waitsOf(certificates("cryptomgr.notests=1 fips=1"))).hasSize(1);
    }

    @Test
    void theThreadSaysItselfThatItWaitsForAsyncWork() {
        Story boot = Story.ofKernel("6.1.0")
                .clockSwitched()
                .at(10_000)
                .calling("cmos_init", 1)
                .at(11_000)
                .then(new AsyncWaitStarted(1))
                .at(31_000)
                .then(new AsyncWaitFinished(1, ReportedDuration.usecs(20_000)))
                .at(32_000)
                .returned("cmos_init", 0, 21_900);

        assertThat(waitsOf(boot).get(0).what()).isEqualTo(WaitedFor.ASYNC);
        assertThat(waitsOf(boot).get(0).us()).isEqualTo(new Bounds(18_000, 20_000));
    }

    @Test
    void ownTimeAndSureWaitsAddUpToTheCall() {
        Story boot = unpacked(unpacking("6.12.0")
                        .at(100_000)
                        .calling("crypto_kdf108_init", 1)
                        .at(1_100_000))
                .at(1_120_000)
                .returned("crypto_kdf108_init", 0, 1_020_000);
        CallWaits call = boot.analysis().accounting().waits().initcalls().get(0);

        long sure = call.waits().stream().mapToLong(wait -> wait.us().lowUs()).sum();
        assertThat(call.own().highUs() + sure).isEqualTo(1_020_000);
    }

    @Test
    void afterTheLastInitcallTheRestOfUnpackingIsAWait() {
        Story boot = unpacked(unpacking("6.12.0")
                        .at(5_000)
                        .calling("late_init", 1)
                        .at(6_000)
                        .returned("late_init", 0, 900)
                        .at(106_000))
                .at(110_000)
                .then(new MemoryFreed("unused kernel image (initmem) memory", 2_824));

        GapWaits gap = boot.analysis().accounting().waits().gaps().get(0);

        assertThat(gap.after()).isEqualTo("late_init");
        assertThat(gap.waits().get(0).us()).isEqualTo(new Bounds(90_000, 103_000));
        assertThat(gap.waits().get(0).evidence()).isEqualTo(CauseEvidence.STATED);
    }

    @Test
    void anAddressThatTheNetworkGaveWasWaitedFor() {
        Story boot = Story.ofKernel("6.12.0")
                .clockSwitched()
                .at(1_000_000)
                .calling("ip_auto_config", 1)
                .at(1_200_000)
                .says("Sending DHCP requests ., OK")
                .at(4_200_000)
                .says("IP-Config: Got DHCP answer from 10.0.2.2, my address is 10.0.2.15")
                .at(4_300_000)
                .returned("ip_auto_config", 0, 3_299_000);

        assertThat(waitsOf(boot))
                .extracting(Wait::what, Wait::us, Wait::evidence, Wait::rule)
                .containsExactly(
                        tuple(WaitedFor.NETWORK, new Bounds(2_700_000, 3_200_000), CauseEvidence.STATED, "W9"));
    }

    @Test
    void ofAnAddressThatIsGivenTheCarrierMayBeWaitedFor() {
        Story boot = Story.ofKernel("6.12.0")
                .clockSwitched()
                .at(1_000_000)
                .calling("ip_auto_config", 1)
                .at(4_300_000)
                .returned("ip_auto_config", 0, 3_299_000);

        assertThat(waitsOf(boot))
                .extracting(Wait::what, Wait::us, Wait::evidence)
                .containsExactly(tuple(WaitedFor.NETWORK, new Bounds(0, 3_299_000), CauseEvidence.LIKELY));
    }

    @Test
    void whoElsePrintsThatItAsksTheNetworkDoesNotWait() {
        Story boot = Story.ofKernel("6.12.0")
                .clockSwitched()
                .at(1_000_000)
                .calling("other_init", 1)
                .says("Sending DHCP requests ., OK")
                .at(4_200_000)
                .says("IP-Config: Got DHCP answer from 10.0.2.2, my address is 10.0.2.15")
                .at(4_300_000)
                .returned("other_init", 0, 3_299_000);

        assertThat(waitsOf(boot)).isEmpty();
    }

    @Test
    void whoeverMeasuresItselfDoesNotWaitForTheInitramfs() {
        Story boot = Story.ofKernel("6.12.0")
                .clockSwitched()
                .at(100_000)
                .then(new InitrdUnpackStarted("Trying to unpack rootfs image as initramfs..."))
                .calling("jent_mod_init", 1)
                .at(1_100_000)
                .then(new MemoryFreed("initrd memory", 8_192))
                .at(1_200_000)
                .returned("jent_mod_init", 0, 1_099_000);

        assertThat(waitsOf(boot)).isEmpty();
    }

    @Test
    void whereTheLineThatBeginsTheUnpackingIsLostAKnownCallMayHaveWaited() {
        Story boot = Story.ofKernel("6.12.0")
                .clockSwitched()
                .at(100_000)
                .calling("crypto_kdf108_init", 1)
                .at(1_100_000)
                .then(new MemoryFreed("initrd memory", 8_192))
                .at(1_200_000)
                .returned("crypto_kdf108_init", 0, 1_099_000);

        assertThat(waitsOf(boot).get(0).what()).isEqualTo(WaitedFor.INITRAMFS);
        assertThat(waitsOf(boot).get(0).us()).isEqualTo(new Bounds(0, 1_003_000));
    }

    /** {@code dmesg -T}: that two lines lie two seconds apart says that it is more than one and less than three. */
    @Test
    void stampsInWholeSecondsBoundAWaitBySecondsOnly() {
        Story boot = Story.ofKernel("6.12.0")
                .at(0)
                .then(new InitrdUnpackStarted("Trying to unpack rootfs image as initramfs..."))
                .at(1_000_000)
                .calling("crypto_kdf108_init", 1)
                .at(3_000_000)
                .then(new MemoryFreed("initrd memory", 8_192))
                .returned("crypto_kdf108_init", 0, 2_120_000);

        assertThat(waitsOf(boot).get(0).us()).isEqualTo(new Bounds(800_000, 2_120_000));
    }

    @Test
    void theRootDeviceIsWaitedForBehindTheLastCall() {
        Story boot = Story.ofKernel("6.12.0")
                .clockSwitched()
                .at(1_000_000)
                .calling("last_init", 1)
                .at(1_100_000)
                .returned("last_init", 0, 99_000)
                .says("Waiting 2 sec before mounting root device...")
                .at(3_100_000)
                .says("Waiting for root device /dev/mmcblk0p2...")
                .at(5_100_000)
                .then(new RootMounted("VFS: Mounted root (ext4 filesystem) readonly on device 179:2."))
                .at(5_200_000)
                .then(new MemoryFreed("unused kernel image (initmem) memory", 1_024));

        assertThat(boot.analysis().accounting().waits().gaps().get(0).waits())
                .extracting(Wait::what, Wait::us, Wait::rule)
                .containsExactly(
                        tuple(WaitedFor.DELAY, new Bounds(2_000_000, 2_000_000), "W10"),
                        tuple(WaitedFor.ROOTWAIT, new Bounds(0, 2_000_000), "W10"));
    }
}
