package io.bootledger.traces.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.LogTruncated;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.machine.KernelStarted;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where one boot ends and the next begins, to the record; each boot by its first and last line. */
class WhereBootsBeginTest {
    private static final String BANNER = "[    0.000000] Linux version 6.1.0 (a@b) (gcc) #1 SMP\n";
    private static final String CALL = "[    0.100000] calling  a_init+0x0/0x10 @ 1\n";
    private static final String INIT = "[    3.000000] Run /init as init process\n";
    private static final String EARLY = "[    0.200000] printk: bootconsole [pl11] enabled\n";

    @ParameterizedTest
    @CsvSource({"511, 1-514", "512, 1-3 4-515"})
    void whileAKernelBootsManyRecordsMayStayBehind(int behind, String boots) {
        assertThat(boots(BANNER + CALL + "[    5.100000] far\n" + lines(behind)))
                .isEqualTo(boots);
    }

    @ParameterizedTest
    @CsvSource({"63, 1-66", "64, 1-3 4-67"})
    void onceItHasBootedFewer(int behind, String boots) {
        assertThat(boots(BANNER + CALL + INIT + lines(behind))).isEqualTo(boots);
    }

    /** From 10 ms on, a microsecond each. */
    private static String lines(int count) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append("[    0.%06d] line %d%n".formatted(10_000 + i, i));
        }
        return lines.toString();
    }

    @Test
    void aStampThatFallsByLessThanASecondOrHalfIsNoBoot() {
        String again = lines(64);

        assertThat(boots(BANNER + CALL + "[    1.009999] Run /init as init process\n" + again))
                .isEqualTo("1-67");
        assertThat(boots(BANNER + CALL + "[    1.010001] Run /init as init process\n" + again))
                .isEqualTo("1-3 4-67");
        assertThat(boots(BANNER + CALL + INIT + again.replace("   0.", "   1.5")))
                .as("not below half")
                .isEqualTo("1-67");
    }

    @Test
    void beforeInitOnlyAStampAtTheBeginningMayBeABoot() {
        String far = BANNER + CALL + "[    5.100000] far\n";

        assertThat(boots(far + lines(512).replace("  0.01", "  0.11"))).isEqualTo("1-515");
        assertThat(boots(far + lines(512).replace("  0.01", "  0.09"))).isEqualTo("1-3 4-515");
    }

    @Test
    void anotherBuildIsAnotherBoot() {
        String other = "[    0.000000] Linux version 6.1.0 (a@b) (gcc) #2 SMP\n";

        assertThat(boots(BANNER + CALL + EARLY + other)).isEqualTo("1-3 4-4");
        assertThat(isOther("6.1.0", "(a@b) (gcc) #2 SMP")).isTrue();
        assertThat(isOther("6.1.1", "(a@b) (gcc) #1 SMP")).isTrue();
        assertThat(isOther("6.1.0", "(a@b) (gcc) #1 SMP")).isFalse();
        assertThat(isOther("6.1.0", "(gcc) #1")).as("cut short").isFalse();
        assertThat(isOther("6.1.0", "(gcc) #1 SMP PREEMPT")).isFalse();
    }

    private static boolean isOther(String release, String banner) {
        return Boundary.isOther(new KernelStarted(release, banner), new KernelStarted("6.1.0", "(a@b) (gcc) #1 SMP"));
    }

    @Test
    void aReplayEndsWithTheRecordThatWasLast() {
        String shown = BANNER + CALL + EARLY;

        assertThat(boots(shown + shown + INIT)).isEqualTo("1-7");
        assertThat(events(shown + shown + INIT)).hasSize(5);
        assertThat(boots(BANNER + CALL + EARLY + BANNER + CALL.replace("a_init", "b_init") + INIT))
                .as("it shows something else")
                .isEqualTo("1-3 4-6");
        assertThat(boots(shown + INIT + shown + INIT)).as("init runs").isEqualTo("1-4 5-8");
    }

    @Test
    void aBannerAloneBehindAnEarlyConsoleIsNoBoot() {
        assertThat(boots(BANNER + CALL + EARLY + BANNER)).isEqualTo("1-4");
    }

    @Test
    void theJournalSaysWhereABootBegins() {
        assertThat(boots(BANNER + CALL + "-- Reboot --\n" + CALL + INIT)).isEqualTo("1-3 4-5");
        assertThat(boots(BANNER + CALL + "-- Boot 0f --\n" + CALL + INIT)).isEqualTo("1-3 4-5");
        assertThat(boots(BANNER + CALL + "-- Rebooted\n" + CALL + INIT)).isEqualTo("1-3 4-5");
        assertThat(boots(BANNER + CALL + "-- Book --\n" + INIT)).isEqualTo("1-4");
        assertThat(boots("-- Boot 0f --\n" + BANNER + CALL + INIT)).isEqualTo("1-4");
    }

    /** As {@code journalctl --grep "Linux version"} lists them. */
    @Test
    void bootsOfWhichOnlyTheirBannersAreShownAreToldApartByTheJournal() {
        assertThat(boots(BANNER + "-- Boot 0f --\n" + BANNER + "-- Boot 1e --\n" + BANNER))
                .isEqualTo("1-2 3-4 5-5");
    }

    @Test
    void numbersOfKmsgThatFallAreAnotherBoot() {
        String kmsg = "6,1,100,-;Linux version 6.1.0 (a@b) (gcc) #1 SMP\n6,2,200,-;calling  a_init+0x0/0x10 @ 1\n";

        assertThat(boots(kmsg + "6,3,300,-;x\n")).isEqualTo("1-3");
        assertThat(boots(kmsg + "6,2,300,-;x\n")).isEqualTo("1-3");
        assertThat(boots(kmsg + "6,1,300,-;calling  b_init+0x0/0x10 @ 1\n")).isEqualTo("1-2 3-3");
    }

    @Test
    void armAnnouncesItsBoot() {
        String announced = "[    0.000000] Booting Linux on physical CPU 0x0\n" + BANNER + CALL;

        assertThat(boots(announced + INIT + announced + INIT)).isEqualTo("1-4 5-8");
    }

    @Test
    void whatALogLacksInFrontIsSaid() {
        assertThat(truncations(CALL + INIT))
                .containsExactly("the log begins 100000 us after the kernel's clock started, without its first words");
        assertThat(truncations("6,160,424069,-;calling  a_init+0x0/0x10 @ 1\n"))
                .containsExactly("the log begins with record 160 of the kernel's buffer");
        assertThat(truncations("initcall a_init+0x0/0x10 returned 0 after 5 usecs\n"))
                .containsExactly("the log begins with the return of an initcall whose call is missing");
        assertThat(truncations("calling  a_init+0x0/0x10 @ 1\ninitcall a_init+0x0/0x10 returned 0 after 5 usecs\n"))
                .isEmpty();
        assertThat(truncations(BANNER + CALL)).isEmpty();
        assertThat(truncations("[    0.000000] calling  a_init+0x0/0x10 @ 1\n")).isEmpty();
    }

    @Test
    void aKernelThatStartedTwoMinutesBeforeIsNotBooting() {
        assertThat(boots("[  120.000000] usb 1-1: ordinary\n")).isEqualTo("1-1");
        assertThat(boots("[  120.000001] usb 1-1: ordinary\n")).isEmpty();
        assertThat(boots("[  120.000001] usb 1-1: ordinary\n[  121.000000] calling  a_init+0x0/0x10 [m] @ 1\n"))
                .isEqualTo("1-2");
    }

    @Test
    void wordsBeforeAWholeBootAreOfNoAccount() {
        assertThat(boots("[   10.000000] quoted\n" + BANNER + CALL)).isEqualTo("1-3");
        assertThat(boots("[    0.050000] calling  z_init+0x0/0x10 @ 1\n[   10.000000] quoted\n" + BANNER + CALL))
                .as("words of a boot are one")
                .isEqualTo("1-2 3-4");
    }

    @Test
    void aStampThatLeapsForAFewRecordsIsForgotten() {
        String leapt = BANNER + CALL + "[ 4097.100000] a\n[ 4097.100001] b\n[ 4097.100002] c\n";

        assertThat(boots(leapt + lines(600).replace("  0.01", "  0.11"))).isEqualTo("1-605");
    }

    private static String boots(String log) {
        StringBuilder boots = new StringBuilder();
        for (RecordedEvent event : events(log)) {
            if (event.event() instanceof BootRecorded boot) {
                boots.append(boots.isEmpty() ? "" : " ")
                        .append(boot.firstLine())
                        .append('-')
                        .append(boot.lastLine());
            }
        }
        return boots.toString();
    }

    private static List<String> truncations(String log) {
        return events(log).stream()
                .map(RecordedEvent::event)
                .filter(LogTruncated.class::isInstance)
                .map(event -> ((LogTruncated) event).reason())
                .toList();
    }

    private static List<RecordedEvent> events(String log) {
        List<RecordedEvent> events = new ArrayList<>();
        try {
            LogReader.read(
                    LogSource.stream("log", new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8))),
                    ReadingOptions.EVERYTHING,
                    events::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return events;
    }
}
