package io.bootledger.traces.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.machine.StageReported;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which boot the words of loaders and of user space belong to; each as its stage at its line. */
class StagesOfBootsTest {
    private static final String BANNER = "[    0.000000] Linux version 6.1.0 (a@b) (gcc) #1 SMP\n";
    private static final String INIT = "[    3.000000] Run /init as init process\n";
    private static final String SPL = "U-Boot SPL 2021.01 (Jan 01 2021 - 00:00:00 +0000)\n";
    private static final String U_BOOT = "U-Boot 2021.01 (Jan 01 2021 - 00:00:00 +0000)\n";

    private final List<RecordedEvent> events = new ArrayList<>();

    @Test
    void whatLoadersSayIsTheFirstOfTheBootThatBegins() {
        assertThat(boots("\n" + SPL + "DRAM: 1 GiB\n" + U_BOOT + "\nStarting kernel ...\n\n" + BANNER + INIT))
                .isEqualTo("1-9: U-Boot SPL@2 U-Boot@4");
        assertThat(events.get(0).event()).isInstanceOf(StageReported.class);
        assertThat(events.get(0).time()).isNull();
        assertThat(events).extracting(RecordedEvent::sequence).containsExactly(0L, 1L, 2L, 3L, 4L);
    }

    @Test
    void behindABootTheyAndTheirLinesAreTheNextOnes() {
        String boot = SPL + U_BOOT + "Starting kernel ...\n" + BANNER + INIT;

        assertThat(boots(boot + "rebooting\n" + boot))
                .isEqualTo("1-6: U-Boot SPL@1 U-Boot@2 | 7-11: U-Boot SPL@7 U-Boot@8");
    }

    @Test
    void aBootThatGoesOnKeepsTheLinesAndTheirWordsAreNobodys() {
        assertThat(boots(BANNER + INIT + U_BOOT + "text\n[    4.000000] going on\n"))
                .isEqualTo("1-5:");
        assertThat(boots(BANNER + INIT + U_BOOT + "text\n"))
                .as("and at the end")
                .isEqualTo("1-4:");
        assertThat(boots(BANNER + U_BOOT + "[    1.000000] going on\n" + INIT)).isEqualTo("1-4:");
    }

    @Test
    void theWordsOfOneThatGoesOnAreNotTheNextOnes() {
        assertThat(boots(BANNER + INIT + SPL + "[    4.000000] going on\n" + U_BOOT + BANNER + INIT))
                .isEqualTo("1-4: | 5-7: U-Boot@5");
    }

    /** Xen stamps its lines as a kernel does; with nothing else in a log they looked like one's, behind a word in brackets. */
    @Test
    void whatXenStampsIsNoKernels() {
        String xen = """
                (XEN) [    0.000000] Xen version 4.17.5 (root@x) (gcc) debug=n Mon Jan 01 00:00:00 UTC 2026
                (XEN) [    0.000000] Bootloader: GRUB 2.06
                (XEN) [    0.004171] Brought up 4 CPUs
                (XEN) [    1.500000] *** LOADING DOMAIN 0 ***
                """;
        assertThat(boots(xen + BANNER + "(XEN) [    2.000000] d0v0 Over-allocation\n" + INIT))
                .isEqualTo("1-7: Xen@1");
        assertThat(events.stream().map(RecordedEvent::origin).map(origin -> origin.line()))
                .doesNotContain(3L, 4L, 6L);
        assertThat(boots(xen)).isEmpty();
        assertThat(boots((xen + BANNER + INIT)
                        .lines()
                        .map(line -> "[10:00:01.000] " + line + "\n")
                        .reduce("", String::concat)))
                .isEqualTo("1-6: Xen@1");
    }

    /** Loaders stamp with a clock of their own: what looks like a boot for that is none, and its words go on to the next. */
    @Test
    void aLoaderMayHaveStamps() {
        assertThat(boots(SPL + "[   0.114] DDR type\n[   0.900]\n" + U_BOOT
                        + "[   9.616] CPU:\n[   9.700] U-Boot SPL 2021.01 (Jan 01 2021 - 00:00:00)\nStarting kernel ...\n"
                        + BANNER + INIT))
                .isEqualTo("1-9: U-Boot SPL@1 U-Boot@4 U-Boot SPL@6");
        assertThat(events.get(2).time()).isNull();

        String boot = SPL + "[   0.114] DDR type\n" + U_BOOT + "[   0.616] CPU:\n" + BANNER + INIT;
        assertThat(boots(boot + boot)).isEqualTo("1-6: U-Boot SPL@1 U-Boot@3 | 7-12: U-Boot SPL@7 U-Boot@9");
    }

    @Test
    void onlyTheLastOfManyAreKept() {
        assertThat(boots((SPL + U_BOOT).repeat(500) + BANNER + INIT).split("@")).hasSize(65);
        assertThat(events.get(0).origin().line()).isEqualTo(937);
    }

    @Test
    void linesInARowThatTellTheSameStageAreOne() {
        assertThat(boots(U_BOOT + "Hit any key to stop autoboot:  2\n" + BANNER + INIT + "Begin: a\nBegin: b\n"))
                .isEqualTo("1-6: U-Boot@1 initramfs@5");
    }

    @Test
    void userSpaceSpeaksBehindTheKernelsFirstWords() {
        String login = "host login:\n";

        assertThat(boots(login + BANNER + "[    1.000000] systemd[1]: Detected architecture arm64.\n" + login))
                .as("whether or not it says that it hands over")
                .isEqualTo("1-4: systemd@3 login prompt@4");
        assertThat(boots(BANNER + INIT + "[    4.000000] systemd[1]: Detected architecture arm64.\n" + login))
                .isEqualTo("1-4: systemd@3 login prompt@4");
    }

    @Test
    void aLineWithoutAStampCameNoEarlierThanTheRecordBeforeIt() {
        boots(BANNER + INIT + "[    4.000001] systemd[1]: Detected architecture arm64.\nhost login:\n");

        List<StageReported> stages = events.stream()
                .map(RecordedEvent::event)
                .filter(StageReported.class::isInstance)
                .map(StageReported.class::cast)
                .toList();
        assertThat(stages).extracting(StageReported::notBeforeUs).containsExactly(null, 4_000_001L);
    }

    @Test
    void behindAPromptNobodyIsNews() {
        assertThat(boots(BANNER + INIT + "host login: root\nBegin: a\n/ #\n")).isEqualTo("1-5: login prompt@3");
    }

    @Test
    void aProgramThatTalksForEverIsCutShort() {
        assertThat(boots(BANNER + INIT + "Begin: a\n- init -\n".repeat(10_000)).split("@"))
                .hasSize(257);
    }

    @Test
    void inALogWithoutStampsTheyAreToldToo() {
        String log =
                U_BOOT + "Linux version 6.1.0 (a@b) (gcc) #1 SMP\nKernel command line: a\nRun /init as init process\n"
                        + "Begin: a\nhost login:\n";

        assertThat(boots(log)).isEqualTo("1-6: U-Boot@1 initramfs@5 login prompt@6");
    }

    /** Counts stay what they are: a stage is nothing that the kernel says. */
    @Test
    void itsLinesAreOfNoAccount() {
        boots(U_BOOT + BANNER + INIT + "host login:\n");
        BootRecorded account = (BootRecorded) events.get(events.size() - 1).event();

        assertThat(account.recognised()).isEqualTo(2);
        assertThat(account.irrelevant()).isEqualTo(2);
    }

    private String boots(String log) {
        events.clear();
        byte[] bytes = log.getBytes(StandardCharsets.UTF_8);
        try {
            LogReader.read(
                    LogSource.stream("log", new ByteArrayInputStream(bytes)), ReadingOptions.NUMBERS, events::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        StringBuilder boots = new StringBuilder();
        StringBuilder stages = new StringBuilder();
        for (RecordedEvent event : events) {
            if (event.event() instanceof StageReported stage) {
                stages.append(" ")
                        .append(stage.stage())
                        .append("@")
                        .append(event.origin().line());
            } else if (event.event() instanceof BootRecorded end) {
                boots.append(boots.isEmpty() ? "" : " | ")
                        .append("%d-%d:%s".formatted(end.firstLine(), end.lastLine(), stages));
                stages.setLength(0);
            }
        }
        return boots.toString();
    }
}
