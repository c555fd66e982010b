package io.bootledger.traces.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.LogTruncated;
import io.bootledger.traces.event.MessageLogged;
import io.bootledger.traces.event.MessageNotUnderstood;
import io.bootledger.traces.event.MessagesLost;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.call.InitcallFinished;
import io.bootledger.traces.event.call.InitcallStarted;
import io.bootledger.traces.event.machine.CommandLineGiven;
import io.bootledger.traces.event.machine.KernelPanicked;
import io.bootledger.traces.event.machine.KernelStarted;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogReaderTest {
    private static final String HEAD = """
            [    0.000000] Linux version 6.1.0 (build@host) (gcc 12) #1 SMP
            [    0.000000] Kernel command line: initcall_debug
            [    0.100000] calling  con_init+0x0/0x22c @ 0
            [    0.100500] initcall con_init+0x0/0x22c returned 0 after 0 usecs
            """;
    private static final String TAIL = """
            [    2.000000] calling  late_init+0x0/0x10 @ 1
            [    2.500000] initcall late_init+0x0/0x10 returned -19 after 500000 usecs
            [    3.000000] Run /init as init process
            """;

    private final List<RecordedEvent> events = new ArrayList<>();
    private LogContents contents = new LogContents(0, 0, 0, false, "");

    private void given(String log) {
        given(log.getBytes(StandardCharsets.UTF_8));
    }

    private void given(byte[] log) {
        events.clear();
        contents = read(new ByteArrayInputStream(log));
    }

    private LogContents read(InputStream stream) {
        try {
            return LogReader.read(LogSource.stream("log", stream), ReadingOptions.EVERYTHING, events::add);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private <E extends BootEvent> Stream<E> all(Class<E> type) {
        return events.stream()
                .map(RecordedEvent::event)
                .filter(type::isInstance)
                .map(type::cast);
    }

    private List<String> calls() {
        return events.stream()
                .filter(e -> e.event() instanceof InitcallStarted)
                .map(e -> ((InitcallStarted) e.event()).symbol().function() + " "
                        + (e.time() == null ? "-" : e.time().micros()))
                .toList();
    }

    private BootRecorded onlyBoot() {
        assertThat(contents.boots()).isEqualTo(1);
        return all(BootRecorded.class).findFirst().orElseThrow();
    }

    @Test
    void aBootIsItsEventsInOrderAndThenHowItWasRead() {
        given(HEAD + TAIL);

        assertThat(calls()).containsExactly("con_init 100000", "late_init 2000000");
        assertThat(events).extracting(RecordedEvent::sequence).isEqualTo(longsUpTo(events.size()));
        assertThat(onlyBoot()).isEqualTo(new BootRecorded("dmesg", 1, 7, 7, 7, 0, 0));
    }

    private static List<Long> longsUpTo(int count) {
        return Stream.iterate(0L, n -> n + 1).limit(count).toList();
    }

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

    private static String lines(int count, int fromMicros) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append("[    0.%06d] line %d%n".formatted(fromMicros + i, i));
        }
        return lines.toString();
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

    @Test
    void aCarriageReturnAloneEndsALine() {
        String progress = "Loading: 10%\rLoading: 100%\r";
        given(progress + HEAD.replace("\n", "\r\n") + TAIL);
        assertThat(calls()).containsExactly("con_init 100000", "late_init 2000000");
        assertThat(onlyBoot().lines()).isEqualTo(7);

        given((HEAD + lines(2_000, 110_000) + TAIL).replace('\n', '\r'));
        assertThat(calls()).containsExactly("con_init 100000", "late_init 2000000");
        assertThat(onlyBoot().lines()).isEqualTo(2_007);
    }

    @Test
    void whatIsTooLongToReadIsCountedAndSaid() {
        given(HEAD + "[    0.200000] long " + "x".repeat(1_000_000) + "\n" + TAIL);

        assertThat(calls()).containsExactly("con_init 100000", "late_init 2000000");
        assertThat(all(LogTruncated.class))
                .containsExactly(new LogTruncated(
                        "line 5 is longer than 65536 bytes: the 934484 bytes behind these were not read"));

        given(HEAD + "[    0.200000] long " + "x".repeat(2_000_000));
        assertThat(all(LogTruncated.class)).hasSize(1).first().asString().contains("1934484 bytes");
    }

    @Test
    void aDurationMovedToTheFrontIsPutBack() {
        given(" 897653 usecs [   14.366837] initcall svm_init+0x0/0x70 [kvm] returned 0 \n"
                + " 596907 usecs [    4.307885] initcall certs_init+0x0/0x30 returned 0 \n");

        assertThat(all(InitcallFinished.class).map(done -> String.valueOf(done.reported())))
                .hasSize(2)
                .first()
                .asString()
                .contains("897653");
        onlyBoot();
    }

    @Test
    void aBracketAloneIsNoDamagedStamp() {
        given("""
                {"message":"[    0.000000] Linux version 6.1.0 (x)"}
                {"message":"[    1.000000] calling  a_init+0x0/0x1 @ 1"}
                {"message":"] x"}
                """);

        assertThat(calls()).containsExactly("a_init 1000000");
    }

    @Test
    void ourMessageWithADamagedStampIsCounted() {
        given(HEAD + "[    0.2#0000] calling  b_init+0x0/0x10 @ 1\n[  0.2 0] usb: calling nobody\n" + TAIL);

        assertThat(all(MessageNotUnderstood.class)).hasSize(1);
        assertThat(onlyBoot().malformed()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'[99999999999999999999.000000] ', 0, 5",
        "'[99999999999999999999.000000][    T1] ', 0, 5",
        "'[9999999999999999999999999999999999999999.000000] ', 0, 5",
        "'[    0.200000] ', 99999999999999999999, 5",
        "'[    0.200000] ', 0, 99999999999999999999",
        "'[99999999999999999999.000000] ', 99999999999999999999, 99999999999999999999",
    })
    void ourMessageWithANumberThatNoKernelPrintsIsCounted(String stamp, String returned, String duration) {
        given(HEAD + stamp + "initcall b_init+0x0/0x10 returned " + returned + " after " + duration + " usecs\n"
                + TAIL);

        assertThat(all(MessageNotUnderstood.class)).hasSize(1);
        assertThat(onlyBoot().malformed()).isEqualTo(1);
    }

    @Test
    void aMessageBrokenBehindItsFirstWordAndAgainIsJoined() {
        given("""
                [  311.364913][    T1] calling  acme_reserved_memory_regions_init+0x0/0x374 @ 1
                [  311.374913][    T1] initcall
                acme_reserved_memory_regions_init+0x0/0x374 returned 0 after 7812
                usecs
                [  311.384913][    T1] calling  acme_two_init+0x0/0x374 @ 1
                """);

        assertThat(all(InitcallFinished.class)).hasSize(1);
        assertThat(onlyBoot())
                .extracting(BootRecorded::recognised, BootRecorded::malformed)
                .containsExactly(5L, 0L);
    }

    @Test
    void aSoftLineBreakInsideAWordOrACharacterIsUndone() {
        given("""
                [    0.000000] Linux version 6.18.0-rc5-bisect-00022-g832f811=
                c236d (me@host) (gcc 14) #1 SMP PREEMPT Mon Jan  5
                [=C2=A0=C2=A0=C2=A0 0.000000] Kernel command line: root=3D/dev/sda5=C2=
                =A0 panic=3D-1 console=3DttyS0
                """);

        assertThat(releases()).containsExactly("6.18.0-rc5-bisect-00022-g832f811c236d");
        assertThat(all(CommandLineGiven.class).map(CommandLineGiven::commandLine))
                .containsExactly("root=/dev/sda5  panic=-1 console=ttyS0");
    }

    private List<String> releases() {
        return all(KernelStarted.class).map(KernelStarted::release).toList();
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
    void userSpaceInFrontOfAKernelLineIsPutAside() {
        given(HEAD + "Loading loop: [   10.117530] calling  loop_init+0x0/0x1000 [loop] @ 99\r\n");

        assertThat(calls()).contains("loop_init 10117530");
    }

    @Test
    void twoKernelLinesInOneAreBothRead() {
        given(
                HEAD
                        + "[    0.2] x[    0.300000] calling  a_init+0x0/0x10 @ 1[    0.400000] initcall a_init+0x0/0x10 returned 0 after 5 usecs\n");

        assertThat(calls()).contains("a_init 300000");
        assertThat(all(InitcallFinished.class)).hasSize(2);
        assertThat(onlyBoot().lines()).isEqualTo(5);
    }

    @Test
    void aPciQuirkIsNoInitcall() {
        given(HEAD + "[    2.949044] pci 0000:00:1f.0: calling  quirk_ich7_lpc+0x0/0x60 @ 1\n");

        assertThat(calls()).containsExactly("con_init 100000");
    }

    @Test
    void whatUserSpaceWroteIntoTheKernelLogIsNoInitcall() {
        given("7,1,100,-;calling  a_init+0x0/0x10 @ 1\n12,2,200,-;calling  fake+0x0/0x10 @ 1\n");

        assertThat(calls()).containsExactly("a_init 100");
        assertThat(all(MessageLogged.class)).hasSize(1);
    }

    @Test
    void aGapInTheNumbersOfKmsgIsLoss() {
        given("5,0,0,-;Linux version 6.1.0 (build@host) (gcc 12) #1 SMP\n6,8,100,-;x\n DEVICE=+pci:0000:00:01.0\n");

        assertThat(all(MessagesLost.class)).containsExactly(new MessagesLost(7));
    }

    @Test
    void aMessageThatAMailProgramWrappedIsJoined() {
        given("""
                > [    0.096491] initcall xen_pvh_gnttab_setup+0x0/0x34 returned -19 after
                > 0 usecs
                > [    0.100353] calling  xenbus_init+0x0/0x322 @ 1
                """);

        assertThat(all(InitcallFinished.class)).hasSize(1);
        assertThat(onlyBoot())
                .extracting(BootRecorded::recognised, BootRecorded::malformed)
                .containsExactly(3L, 0L);
    }

    @Test
    void aMessageThatIsCutIsShownAsNotUnderstood() {
        given(HEAD + "[    0.300000] initcall camel");

        assertThat(all(MessageNotUnderstood.class)).hasSize(1);
        assertThat(onlyBoot().malformed()).isEqualTo(1);
    }

    @Test
    void coloursNoiseAndEntitiesAreCleanedAway() {
        given("""
                \u001b[32m[    0.100000] \u001b[0mcalling  a_init+0x0/0x10 @ 1
                \u0000\u0000[    0.200000] calling  b_init+0x0/0x10 @ 1
                [\u00a0\u00a0\u00a0 0.300000] calling\u00a0 c_init+0x0/0x10 @ 1
                &lt;7&gt;[    0.400000] calling  d_init+0x0/0x10 @ 1
                """);

        assertThat(calls()).containsExactly("a_init 100000", "b_init 200000", "c_init 300000", "d_init 400000");
    }

    @Test
    void proseAroundTheLogIsIrrelevant() {
        given("Hello,\n\nmy board is slow:\n" + HEAD + "Any ideas?\ncalling  me+0x0/0x1 @ 1\n");

        assertThat(calls()).containsExactly("con_init 100000");
        assertThat(onlyBoot())
                .extracting(BootRecorded::lines, BootRecorded::recognised, BootRecorded::irrelevant)
                .containsExactly(9L, 4L, 5L);
    }

    @Test
    void jsonOfDmesgIsRead() {
        given("""
                {
                   "dmesg": [
                      {
                         "pri": 7,
                         "time":     0.713514,
                         "caller": "T1",
                         "msg": "calling  a_init+0x0/0x10 @ 1\\n[    0.8] and the rest of the log"
                      },{
                         "fac": "user", "pri": "warn",
                         "time":    23.965544,
                         "msg": "calling  fake+0x0/0x10 @ 1"
                      }
                   ]
                }
                """);

        assertThat(calls()).containsExactly("a_init 713514");
        assertThat(events.get(0).caller()).hasToString("T1");
        assertThat(events.get(1).priority().code()).isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "data: ", "\u001e"})
    void jsonOfTheJournalIsRead(String before) {
        given(before + """
                {"_TRANSPORT":"kernel","PRIORITY":"7","_SOURCE_MONOTONIC_TIMESTAMP":"713514","__MONOTONIC_TIMESTAMP":"9","_BOOT_ID":"a","MESSAGE":"calling  a_init+0x0/0x10 @ 1"}
                """ + before + """
                {"MESSAGE":[99,97,108,108,105,110,103,32,32,98,43,48,120,48,47,48,120,49,32,64,32,49],"_BOOT_ID":"b","_TRANSPORT":"kernel"}
                {"_TRANSPORT":"journal","SYSLOG_IDENTIFIER":"x","_BOOT_ID":"b","MESSAGE":"calling  c_init+0x0/0x10 @ 1"}
                """);

        assertThat(calls()).containsExactly("a_init 713514", "b -");
        assertThat(contents.boots()).isEqualTo(2);
    }

    @Test
    void theJournalsExportIsRead() {
        given("""
                __CURSOR=s=1
                _SOURCE_MONOTONIC_TIMESTAMP=713514
                _TRANSPORT=kernel
                MESSAGE=calling  a_init+0x0/0x10 @ 1

                __CURSOR=s=2
                _TRANSPORT=kernel
                MESSAGE=calling  b_init+0x0/0x10 @ 1
                """);

        assertThat(calls()).containsExactly("a_init 713514", "b_init -");
    }

    @Test
    void differencesAddUp() {
        given(
                "[Nov20 12:18] Linux version 6.1.0 (build@host) (gcc 12) #1 SMP\n[  +0.100000] calling  a_init+0x0/0x10 @ 1\n"
                        + "[  +0.200000] x\n[  -0.000001] calling  b_init+0x0/0x10 @ 1\n");

        assertThat(calls()).containsExactly("a_init 100000", "b_init 299999");
    }

    @Test
    void timesOfDayCountFromTheFirst() {
        given("2026-11-20T23:59:59,900000+00:00 Linux version 6.1.0 (build@host) (gcc 12) #1 SMP\n"
                + "2026-11-21T00:00:00,100000+00:00 calling  a_init+0x0/0x10 @ 1\n");

        assertThat(calls()).containsExactly("a_init 200000");
    }

    @Test
    void aLineOfHundredMegabytesIsSurvived() {
        byte[] head = HEAD.getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\n" + TAIL).getBytes(StandardCharsets.UTF_8);
        events.clear();
        contents = read(new java.io.SequenceInputStream(java.util.Collections.enumeration(
                List.of(new ByteArrayInputStream(head), new Endless(100_000_000), new ByteArrayInputStream(tail)))));

        assertThat(calls()).containsExactly("con_init 100000", "late_init 2000000");
        assertThat(contents.lines()).isEqualTo(8);
    }

    /** So many letters and no newline. */
    private static final class Endless extends InputStream {
        private int left;

        Endless(int left) {
            this.left = left;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'x' : -1;
        }

        @Override
        public int read(byte[] target, int from, int length) {
            int count = Math.min(left, length);
            Arrays.fill(target, from, from + Math.max(count, 0), (byte) 'x');
            left -= count;
            return count > 0 ? count : -1;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void powerShellsTextIsRead(String charset) {
        given(("\ufeff" + HEAD + TAIL).getBytes(Charset.forName(charset)));

        assertThat(calls()).hasSize(2);
    }

    @Test
    void compressedMembersThatFollowOneAnotherAreOneLog() throws IOException {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        for (String member : List.of(HEAD, TAIL)) {
            try (GZIPOutputStream gzip = new GZIPOutputStream(log)) {
                gzip.write(member.getBytes(StandardCharsets.UTF_8));
            }
        }
        given(log.toByteArray());

        assertThat(calls()).containsExactly("con_init 100000", "late_init 2000000");
    }

    @Test
    void whatIsNoLogYieldsNoEventAndSaysWhatItIs() {
        given("");
        assertThat(contents).isEqualTo(new LogContents(0, 0, 0, false, "nothing"));
        given("Dear all,\nno log here.\n");
        assertThat(contents).extracting(LogContents::boots, LogContents::kind).containsExactly(0, "text");
        given(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13});
        assertThat(contents).extracting(LogContents::boots, LogContents::kind).containsExactly(0, "a PNG picture");
        assertThat(events).isEmpty();
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
    void modulesAreReadFromAJournalThatLooksLikeDmesgToo() throws IOException {
        String modules = """
                [    4.000000] usb 1-1: new device
                [    5.000000] calling  m_init+0x0/0x10 [m] @ 77
                [    5.100000] initcall m_init+0x0/0x10 [m] returned 0 after 90000 usecs
                """;
        byte[] log = (HEAD + TAIL + modules)
                .replaceAll("(?m)^\\[ *[0-9.]+] ", "$0host kernel: ")
                .getBytes(StandardCharsets.UTF_8);

        LogReader.read(LogSource.stream("log", new ByteArrayInputStream(log)), ReadingOptions.NUMBERS, events::add);

        assertThat(calls()).containsExactly("con_init 100000", "late_init 2000000", "m_init 5000000");
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

    @Test
    void aLogThatBreaksOffInAMessageIsCut() {
        given(HEAD + "[    0.314207] initcall camel");

        assertThat(all(LogTruncated.class))
                .singleElement()
                .satisfies(cut -> assertThat(cut.reason()).contains("mid-line"));
        given(HEAD + "[    0.314207] initcall camel\n");
        assertThat(all(LogTruncated.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noiseNeverThrowsAndEveryLineIsCounted(long seed) {
        Random random = new Random(seed);
        byte[] log = (HEAD + TAIL + HEAD).repeat(20).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < log.length / 20; i++) {
            log[random.nextInt(log.length)] = (byte) random.nextInt(256);
        }
        given(log);

        assertThat(all(BootRecorded.class))
                .allSatisfy(boot ->
                        assertThat(boot.lines()).isEqualTo(boot.recognised() + boot.irrelevant() + boot.malformed()));
        assertThat(all(BootRecorded.class).mapToLong(BootRecorded::lines).sum()).isEqualTo(contents.lines());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 4096})
    void howTheStreamIsCutIntoReadsChangesNothing(int size) {
        byte[] log = (HEAD + TAIL).repeat(500).getBytes(StandardCharsets.UTF_8);
        given(log);
        List<RecordedEvent> whole = List.copyOf(events);
        events.clear();
        read(new ByteArrayInputStream(log) {
            @Override
            public synchronized int read(byte[] target, int from, int length) {
                return super.read(target, from, Math.min(length, size));
            }
        });

        assertThat(events).isEqualTo(whole);
    }
}
