package io.bootledger.analyzer.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** User space that one log tells until systemd runs, and another to its end. */
class SegmentEndsTest {
    private static final String UNTIL_SYSTEMD = """
            [    0.000000] Linux version 6.1.0 (a@b) (gcc) #1 SMP
            [    2.000100] Run /init as init process
            Loading, please wait...
            [    6.000100] systemd[1]: systemd 252 running in system mode (+PAM)
            """;

    private static final String WHOLE = UNTIL_SYSTEMD
            + "[    9.000100] systemd[1]: Startup finished in 6.000s (kernel) + 3.000s (userspace) = 9.000s.\n";

    @Test
    void areNotComparedWithEachOther() {
        assertThat(ComparedLogs.ofLogs(UNTIL_SYSTEMD, WHOLE).segments().changes())
                .extracting(change ->
                        change.name() + " " + change.baselineUs() + " " + change.candidateUs() + " " + change.shift())
                .contains("user space null 7000000 null", "user space until systemd 4000000 null null");
    }

    @Test
    void areWithTheirLike() {
        assertThat(ComparedLogs.ofLogs(UNTIL_SYSTEMD, UNTIL_SYSTEMD.replace("    6.", "    7."))
                        .segments()
                        .changes())
                .extracting(change -> change.name() + " " + change.baselineUs() + " " + change.candidateUs())
                .contains("user space until systemd 4000000 5000000");
    }
}
