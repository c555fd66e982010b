package io.bootledger.traces.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.LogTruncated;
import io.bootledger.traces.event.MessageLogged;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.machine.KernelPanicked;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which records are of one boot, whatever their clocks and consoles do. */
class BootsOfALogTest extends ReadLog {
    @Test
    void theSameBootTwiceIsTwoBoots() {
        given(HEAD + TAIL + HEAD + TAIL);

        assertThat(all(BootRecorded.class)).extracting(BootRecorded::firstLine).containsExactly(1L, 8L);
    }

    @Test
    void aConsoleThatReplaysItsLogIsOneBootAndEachRecordIsTakenOnce() {
        String early = HEAD + "[    0.200000] printk: bootconsole [pl11] enabled\n";
        String more = "[    2.000000] calling  pl011_init+0x0/0x10 @ 1\n";
        given(early + more + early + more + TAIL.replace("2.000000", "2.000001"));

        assertThat(calls()).containsExactly("con_init 100000", "pl011_init 2000000", "late_init 2000001");
        BootRecorded boot = onlyBoot();
        assertThat(boot.irrelevant()).isEqualTo(6);
        assertThat(boot.lines()).isEqualTo(15);
    }

    @Test
    void aConsoleThatSaysEveryLineTwiceSaysItOnce() {
        StringBuilder doubled = new StringBuilder();
        (HEAD + TAIL)
                .lines()
                .forEach(
                        line -> doubled.append(line).append("\r\n").append(line).append("\r\n"));
        given(doubled.toString());

        assertThat(calls()).containsExactly("con_init 100000", "late_init 2000000");
        assertThat(onlyBoot().format()).isEqualTo("serial console");
    }

    @Test
    void aSmallStepBackIsNoReboot() {
        given(HEAD + "[    0.486000] smp: Bringing up secondary CPUs ...\n[    0.000000] x\n" + TAIL);

        onlyBoot();
    }

    @Test
    void oneCpuWhoseClockRunsBehindIsNoReboot() {
        given(HEAD + TAIL
                + "[   14.264200] a\n[    0.030888] Synchronize counters for CPU 1: done.\n[   14.264300] b\n");

        onlyBoot();
    }

    @Test
    void stampsThatBeginAnewAreAnotherBootEvenWithoutItsHead() {
        given(HEAD + TAIL + lines(64, 10_000));

        assertThat(contents.boots()).isEqualTo(2);
        assertThat(all(LogTruncated.class)).hasSize(1);
    }

    @Test
    void aFewStampsThatRunBackwardsAreNone() {
        given(HEAD + TAIL + lines(63, 10_000));
        onlyBoot();

        given(HEAD + TAIL + lines(63, 10_000) + "[    3.100000] goes on\n" + lines(8, 20_000));
        onlyBoot();
    }

    @Test
    void whileTheKernelBootsClocksThatAreSetAreNone() {
        given(HEAD + "[    5.100000] far\n" + lines(500, 10_000) + "[    5.200000] goes on\n" + TAIL);

        onlyBoot();
    }

    @Test
    void aDamagedStampThatLeapsAheadIsNoReboot() {
        given(HEAD + "[ 4097.100000] a bit was flipped\n" + lines(600, 110_000) + TAIL);

        onlyBoot();
    }

    @Test
    void kernelsOfTwoReleasesThatHangUnderAnEarlyConsoleAreTwo() {
        String hang = HEAD + "[    0.200000] printk: bootconsole [pl11] enabled\n[    0.300000] Using a device tree\n";
        given(hang + hang.replace("6.1.0", "6.2.0"));

        assertThat(releases()).containsExactly("6.1.0", "6.2.0");
    }

    @Test
    void soAreTwoOfOneBuildIfTheBootLoaderSpokeBetween() {
        String hang = HEAD + "[    0.200000] printk: bootconsole [pl11] enabled\n[    0.300000] Using a device tree\n";
        given(hang + "U-Boot 2026.01\nStarting kernel ...\n\n" + hang);

        assertThat(releases()).containsExactly("6.1.0", "6.1.0");
    }

    @Test
    void aPanicBelongsToTheKernelThatPanicked() {
        String hang =
                "Linux version 5.19.0 (me@host) (gcc) #0 SMP\nprintk: bootconsole [early0] enabled\nmemory is fine\n";
        given(hang
                + hang.replace("5.19.0", "6.0.0-rc1") + "Kernel panic - not syncing: swiotlb: too small\n\n"
                + hang.replace("5.19.0", "6.0.0-rc1+"));

        assertThat(releases()).containsExactly("5.19.0", "6.0.0-rc1", "6.0.0-rc1+");
        assertThat(panicsByBoot()).containsExactly(0, 1, 0);
    }

    @Test
    void aKernelWithItsBannerAfterOneWithoutThatReachedInitIsAnother() {
        given("Freeing unused kernel memory: 1152K\nRun /sbin/init as init process\nINIT: version 2.96 booting\n" + HEAD
                + TAIL);

        assertThat(contents.boots()).isEqualTo(2);
    }

    @Test
    void aBootLoadersStampsAndAnExcerptBeforeTheWholeLogAreNoBoots() {
        given("U-Boot SPL 2026.01\n[   0.114] DDR up\n[   9.616] loading device tree\n\nStarting kernel ...\n\n" + HEAD
                + TAIL);
        assertThat(onlyBoot().firstLine()).isEqualTo(1);

        given("it prints this:\n[   10.650460] governor: using menu\n[   22.262101] something odd\n\nThe whole log:\n"
                + HEAD + TAIL);
        assertThat(onlyBoot().lines()).isEqualTo(12);
    }

    private List<Integer> panicsByBoot() {
        List<Integer> panics = new ArrayList<>();
        int count = 0;
        for (RecordedEvent event : events) {
            count += event.event() instanceof KernelPanicked ? 1 : 0;
            if (event.event() instanceof BootRecorded) {
                panics.add(count);
                count = 0;
            }
        }
        return panics;
    }

    @Test
    void lookingAtProcVersionIsNoReboot() {
        given(HEAD + TAIL + "# cat /proc/version\nLinux version 6.1.0 (build@host) (gcc 12) #1 SMP\n# poweroff\n");

        onlyBoot();
    }

    @Test
    void whatAMachineSaysOnceItRunsIsCountedUpToTheNextBoot() throws IOException {
        String ordinary = "[    4.000000] usb 1-1: new device\n".repeat(1000);
        byte[] log = (HEAD + TAIL + ordinary + HEAD + TAIL).getBytes(StandardCharsets.UTF_8);

        LogReader.read(LogSource.stream("log", new ByteArrayInputStream(log)), ReadingOptions.NUMBERS, events::add);

        assertThat(all(BootRecorded.class))
                .extracting(BootRecorded::firstLine, BootRecorded::lines, BootRecorded::irrelevant)
                .containsExactly(tuple(1L, 1007L, 1000L), tuple(1008L, 7L, 0L));
    }

    @Test
    void suspendingIsNotBooting() {
        given("""
                [  550.847536] PM: Preparing system for mem sleep
                [  550.850408] calling  7-0061+ @ 4122, parent: i2c-7
                [  550.850410] call 7-0061+ returned 0 after 1 usecs
                """);

        assertThat(events).isEmpty();
        assertThat(contents)
                .extracting(LogContents::boots, LogContents::runningKernel)
                .containsExactly(0, true);
    }

    @Test
    void aModuleLoadedMinutesAfterTheKernelStartedIsOnTheRecord() {
        given("""
                [  550.847536] usb 1-1: new device
                [  550.850408] calling  m_init+0x0/0x1000 [m] @ 4122
                """);

        assertThat(calls()).hasSize(1);
        assertThat(all(MessageLogged.class)).hasSize(1);
    }

    @Test
    void theCrashOfTheKernelBeforeIsNoBootAndItsLinesAreOfNoAccount() {
        given("[  716.228797] Kernel panic - not syncing: Fatal exception\n[  716.3] reboot: now\n" + HEAD + TAIL);

        assertThat(contents.boots()).isEqualTo(1);
        assertThat(all(KernelPanicked.class)).isEmpty();
        assertThat(all(BootRecorded.class))
                .singleElement()
                .satisfies(boot -> assertThat(boot.lines() + " " + boot.irrelevant() + " " + boot.firstLine())
                        .isEqualTo("9 2 1"));
    }

    @Test
    void theTailOfABootIsOneOfItsOwn() {
        given(TAIL + HEAD + TAIL);

        assertThat(contents.boots()).isEqualTo(2);
    }

    @Test
    void aPanicIsHeardEvenWithoutItsStamp() {
        given(HEAD + " Kernel panic - not syncing: Fatal exception\n");

        assertThat(all(KernelPanicked.class)).containsExactly(new KernelPanicked("Fatal exception"));
    }
}
