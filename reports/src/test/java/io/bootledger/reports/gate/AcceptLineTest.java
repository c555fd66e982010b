package io.bootledger.reports.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.gate.Gate;
import io.bootledger.analyzer.gate.GateResult;
import io.bootledger.analyzer.gate.GateSettings;
import org.junit.jupiter.api.Test;

class AcceptLineTest {
    @Test
    void allThatIsSlowerIsNamedAlsoWhatTheHeadlineHasNoRoomFor() {
        GateResult result = judge(5, "slow_init");

        assertThat(GateHeadline.of(result)).contains("; and 2 more");
        assertThat(AcceptLine.of(result))
                .contains(
                        "bootledger gate accept slow_init slow_init12 slow_init3 slow_init6 slow_init9 --reason TEXT");
        assertThat(GateText.of(result))
                .endsWith("\n  if it is meant: " + AcceptLine.of(result).orElseThrow() + "\n");
        assertThat(GateMarkdown.of(result))
                .contains("\n\n    " + AcceptLine.of(result).orElseThrow() + "\n");
    }

    @Test
    void noNameIsMoreThanAWordToAShell() {
        assertThat(AcceptLine.of(judge(1, "$(reboot)'`x`")))
                .contains("bootledger gate accept '$(reboot)'\\''`x`' --reason TEXT");
        assertThat(AcceptLine.of(judge(1, "a\u001b[31m"))).isEmpty();
    }

    @Test
    void ofMoreThanAPersonReviewsThereIsNoCommand() {
        assertThat(AcceptLine.of(judge(30, "slow_init")))
                .contains(
                        "take boots of this kernel for the baseline: 30 things are slower, more than waivers are for");
    }

    private static GateResult judge(int slow, String name) {
        return Gate.judge(
                GateReportsTest.boots(6, 10_000, slow, name),
                GateReportsTest.boots(6, 60_000, slow, name),
                GateSettings.DEFAULT);
    }
}
