package io.bootledger.analyzer.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.Story;
import io.bootledger.traces.event.LogText;
import io.bootledger.traces.event.LogTruncated;
import io.bootledger.traces.event.MessageNotUnderstood;
import io.bootledger.traces.event.MessagesLost;
import io.bootledger.traces.event.machine.CommandLineGiven;
import io.bootledger.traces.event.machine.InitProcessStarted;
import org.junit.jupiter.api.Test;

class DiagnosticsTest {
    @Test
    void aCleanLogHasNothingToSay() {
        assertThat(call(Story.ofKernel("6.1.0")).analysis().diagnostics()).isEmpty();
    }

    @Test
    void aLogWithoutInitcallsSaysSo() {
        assertThat(text(Story.ofKernel("6.1.0"), "no-initcall-lines"))
                .isEqualTo("initcalls are not recorded: the log has no line that initcall_debug prints");
    }

    /** It depends on how long the log is, which the advice knows. */
    @Test
    void howLargeABufferShouldBeIsForTheAdviceToSay() {
        Story story = Story.ofUnknownKernel().at(256_812).says("a").then(new MessagesLost(3));

        assertThat(story.analysis().diagnostics())
                .extracting(Diagnostic::code)
                .contains("no-initcall-lines", "head-lost", "messages-lost");
        assertThat(story.analysis().diagnostics())
                .extracting(Diagnostic::text)
                .noneMatch(text -> text.contains("log_buf_len"));
    }

    @Test
    void aQuietConsoleIsToldFromAKernelThatWasNotAsked() {
        Story story = Story.ofKernel("6.1.0").then(new CommandLineGiven("quiet initcall_debug", true));

        assertThat(text(story, "initcall-lines-hidden")).contains("ignore_loglevel");
        assertThat(story.analysis().reading().initcallDebug()).isTrue();
    }

    @Test
    void initcallDebugIsUnknownWithoutCommandLineAndLines() {
        assertThat(Story.ofKernel("6.1.0").analysis().reading().initcallDebug()).isNull();
        assertThat(Story.ofKernel("6.1.0")
                        .then(new CommandLineGiven("quiet initcall_debug=0", true))
                        .analysis()
                        .reading()
                        .initcallDebug())
                .isFalse();
        assertThat(call(Story.ofKernel("6.1.0")).analysis().reading().initcallDebug())
                .isTrue();
    }

    @Test
    void aLogThatBeginsAmongTheInitcallsLostItsHead() {
        BootAnalysis analysis =
                Story.ofUnknownKernel().at(256_812).returned("a_init", 0, 4).analysis();

        assertThat(analysis.reading().headLost()).isTrue();
        assertThat(analysis.diagnostics())
                .extracting(Diagnostic::code)
                .contains("head-lost", "kernel-unknown", "calls-lost");
    }

    @Test
    void aReturnWhoseCallCannotBeReadIsNoLostHeadBehindTheBanner() {
        BootAnalysis analysis = Story.ofKernel("6.1.0")
                .then(new MessageNotUnderstood(LogText.of("calling  a_init+0x0/0x10 @ 9999999999"), "no number"))
                .returned("a_init", 0, 4)
                .analysis();

        assertThat(analysis.reading().headLost()).isFalse();
        assertThat(analysis.diagnostics()).extracting(Diagnostic::code).containsOnly("not-understood", "calls-lost");
    }

    @Test
    void lostMessagesAreAddedUp() {
        Story story = call(Story.ofKernel("6.1.0")).then(new MessagesLost(27)).then(new MessagesLost(3));

        assertThat(text(story, "messages-lost")).startsWith("30 messages are missing");
    }

    @Test
    void aLogWithoutTimeStampsSaysSo() {
        assertThat(text(Story.ofUnknownKernel().withoutTime().calling("a_init", 1), "no-time-stamps"))
                .startsWith("the log has no time stamps");
    }

    @Test
    void wholeSecondsComeFromAWallClock() {
        Story story = Story.ofKernel("6.1.0").calling("a_init", 1).at(3_000_000).returned("a_init", 0, 1);

        assertThat(text(story, "coarse-time-stamps")).isEqualTo("the time stamps are whole seconds of a wall clock");
    }

    @Test
    void aClockThatHasNotBegunToRunIsNoWallClock() {
        Story story = Story.ofKernel("6.1.0").calling("a_init", 1).returned("a_init", 0, 1);

        assertThat(story.analysis().diagnostics()).extracting(Diagnostic::code).doesNotContain("coarse-time-stamps");
    }

    @Test
    void aClockThatStepsBackIsReportedOnceWithItsCount() {
        Story story = call(Story.ofKernel("6.1.0"));
        story.at(486_001).says("a").at(1).says("b").at(90).says("c").at(80).says("d");

        assertThat(text(story, "clock-steps-back")).contains("times: 2", "486000 µs");
    }

    @Test
    void eachKindOfLineNotUnderstoodIsShownOnceWithItsCount() {
        Story story = call(Story.ofKernel("6.1.0"));
        for (int i = 0; i < 25; i++) {
            story.then(
                    new MessageNotUnderstood(LogText.of("calling ???"), "expected a symbol at character " + (9 + i)));
        }
        story.then(new MessageNotUnderstood(LogText.of("initcall a"), "ends before a symbol"));

        assertThat(story.analysis().diagnostics())
                .allMatch(found -> found.code().equals("not-understood"))
                .extracting(Diagnostic::text)
                .containsExactly(
                        "expected a symbol at character 9: calling ???, the first of 25 lines like it",
                        "ends before a symbol: initcall a");
    }

    @Test
    void furtherKindsAreCounted() {
        Story story = call(Story.ofKernel("6.1.0"));
        for (int i = 0; i < 25; i++) {
            story.then(new MessageNotUnderstood(LogText.of("calling ???"), "expected " + i));
        }

        assertThat(story.analysis().diagnostics()).hasSize(21);
        assertThat(text(story, "not-understood")).startsWith("5 more lines");
    }

    @Test
    void whatTheReaderFoundMissingIsPassedOn() {
        assertThat(text(call(Story.ofKernel("6.1.0")).then(new LogTruncated("the last line is cut")), "log-cut"))
                .isEqualTo("the last line is cut");
    }

    @Test
    void aBuiltInInitcallAfterInitRunsWasWrittenByUserSpace() {
        BootAnalysis analysis = call(Story.ofKernel("6.1.0"))
                .then(new InitProcessStarted("/init"))
                .calling("fake_from_userspace", 1)
                .returned("fake_from_userspace", 0, 123_456_789)
                .callingModule("m_init", "m", 70)
                .moduleReturned("m_init", "m", 0, 3)
                .analysis();

        assertThat(analysis.timeline().initcalls())
                .extracting(c -> c.function())
                .containsExactly("a_init", "m_init");
        assertThat(analysis.diagnostics()).extracting(Diagnostic::code).containsOnly("impossible-initcall");
    }

    @Test
    void theKernelsOwnCommandLineWinsOverTheArchitectures() {
        Kernel kernel = Story.ofKernel("6.1.0")
                .then(new CommandLineGiven("root=/dev/sda", false))
                .then(new CommandLineGiven("root=/dev/sda initcall_debug", true))
                .analysis()
                .kernel();

        assertThat(kernel.commandLine()).isEqualTo("root=/dev/sda initcall_debug");
        assertThat(kernel.release()).isEqualTo("6.1.0");
    }

    /** As {@code init/main.c}, {@code print_kernel_cmdline}, breaks them since 6.19. */
    @Test
    void thePiecesOfALongCommandLineAreJoined() {
        Story story = Story.ofKernel("7.1.0")
                .then(new CommandLineGiven("root=/dev/sda console=ttyS0", false))
                .then(new CommandLineGiven("root=/dev/sda", true, true))
                .then(new CommandLineGiven("quiet console=ttyS0", true, true))
                .then(new CommandLineGiven("initcall_debug", true))
                .then(new CommandLineGiven("another", true));

        assertThat(story.analysis().kernel().commandLine())
                .isEqualTo("root=/dev/sda quiet console=ttyS0 initcall_debug");
        assertThat(story.analysis().reading().initcallDebug()).isTrue();
    }

    private static Story call(Story story) {
        return story.calling("a_init", 1).at(5).returned("a_init", 0, 4);
    }

    private static String text(Story story, String code) {
        return story.analysis().diagnostics().stream()
                .filter(found -> found.code().equals(code))
                .findFirst()
                .map(Diagnostic::text)
                .orElseThrow(() -> new AssertionError("no diagnostic " + code));
    }
}
