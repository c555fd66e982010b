package io.bootledger.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.phases.Phase;
import io.bootledger.reports.Boots;
import io.bootledger.reports.text.page.TextLayout;
import io.bootledger.traces.event.InitcallLevel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextReportTest {
    @Test
    void aLogThatEndsWithItsBootGoesOnForNoTime() {
        BootAnalysis boot = Boots.accounted();
        Phase nothing = new Phase(Phase.Kind.AFTER_INIT, 3_400_000L, 3_400_000L, null);
        BootAnalysis ended = new BootAnalysis(
                boot.source(),
                boot.kernel(),
                boot.reading(),
                boot.milestones(),
                List.of(nothing),
                boot.levels(),
                boot.timeline(),
                boot.accounting(),
                boot.failures(),
                boot.diagnostics(),
                boot.axis(),
                boot.advice());
        assertThat(TextReport.of(ended, TextLayout.PLAIN))
                .contains("Where every microsecond went")
                .doesNotContain("The log goes on");
    }

    @Test
    void aWholeBootIsSummedUpOnOneScreen() {
        assertThat(TextReport.of(Boots.accounted(), TextLayout.PLAIN)).isEqualTo("""
                        Linux 6.1.0-50-cloud-amd64
                        => /init runs after 3.400 s; 5 initcalls, 1 failure

                          machine  QEMU Standard PC (Q35 + ICH9, 2009)
                          log      whole.log, dmesg
                          read     1000 lines = 900 recognised + 98 irrelevant + 2 malformed
                          options  console=ttyS0 initcall_debug

                        Where every microsecond went
                                ms      %                    account
                           400.000   11.8  ██▊               before the first initcall
                          2250.010   66.2  ████████████████  initcalls, without their probes
                           749.990   22.1  █████▎            until init runs
                          3400.000  100.0                    = until init started at 3.400000 s
                          The log goes on for 1.600 s: modules, user space.

                        Slowest initcalls
                           self ms  level   function                    returned    owner
                          1500.000  device  serial8250_init             0           8250/16?50 (AND… SERIAL DRIVER
                           524.123  subsys  acpi_init                   0           ACPI
                            12.345  module  init_module [raid6_pq]      -22 EINVAL  LIBRARY CODE
                             0.845  early   trace_init_flags_sys_enter  0           TRACING
                             0.010  device  i8042_init                  -19 ENODEV  INPUT (KEYBOARD…CREEN) DRIVERS
                          5 initcalls: 2037.323 ms; 1 in modules: 12.345 ms of it, beside the account.

                        Waits of the boot thread
                          took ms  in
                          649.990  kernel_init after do_initcalls  likely waited at most 450 ms for asynchronous work
                          docs/causes.md tells how sure these are, and what no log without tracing shows.

                        What a change can gain before init
                          least ms   most ms  change
                             0.000  1990.040  serial8250_init faster
                             0.000   903.200  async work done sooner
                             0.000   564.173  acpi_init faster
                             0.000    40.060  i8042_init faster
                          1 more: analyze --what-if.

                        Levels
                          level   initcalls   self ms                        booked ms
                          early           1     0.845  ▏
                          subsys          1   524.123  ██████▉
                          device          2  1500.010  ████████████████████   2250.010
                          module          1    12.345  ▏
                          by owner: INPUT (KEYBOARD, MOUSE, JOYSTICK, TOUCHSCREEN) DRIVERS 2.250 s.

                        Slowest probes
                          self ms  device        returned
                          900.000  serial8250    0
                            1.700  0000:00:04.0  -517 EPROBE_DEFER
                            1.500  0000:00:04.0  -517 EPROBE_DEFER
                          3 probes together: 903.200 ms.

                        Deferred probes
                          waited ms  times  cost ms  device
                              still      2    3.200  0000:00:04.0
                          1 device was put off 2 times, which cost 3.200 ms.

                        Slowest async calls
                                ms   start s  function
                          1100.000  2.000000  do_populate_rootfs

                        Failures
                          ! initcall init_module [raid6_pq] returned -22 EINVAL (line 12): It says so itself.
                              11: raid6: no\\x1b[31m luck
                          1 found no hardware to drive, or were not asked for, which is harmless: ENODEV ×1.

                        What to do
                          > serial8250_init took 600 ms. 1 more (slow-initcall).
                            do something
                          > The log lost its head.
                            do something

                        About this log
                          ? Time stamps step back by 0.4 s. (line 40)
                        """);
    }

    @Test
    void aCallThatNeverReturnedIsNamedFirst() {
        assertThat(TextReport.of(Boots.hanging(), TextLayout.PLAIN))
                .contains("=> pcifixup never returned; 1 initcall, 1 failure\n")
                .contains("pcifixup was called (line 12) and did not return in this log")
                .doesNotContain("Slowest initcalls");
    }

    @Test
    void aLogWithNothingOfOursSaysSo() {
        assertThat(TextReport.of(Boots.empty(), TextLayout.PLAIN))
                .contains("Linux, release unknown")
                .contains("no initcall on record")
                .doesNotContain("0 initcalls");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 60, 80, 100, 200})
    void noLineIsWiderThanThePaper(int width) {
        TextLayout layout = new TextLayout(width, false);
        for (BootAnalysis boot : List.of(Boots.whole(), Boots.accounted(), Boots.hanging(), hostile())) {
            assertThat(TextReport.of(boot, layout).lines())
                    .allSatisfy(line -> assertThat(line.codePointCount(0, line.length()))
                            .as(line)
                            .isLessThanOrEqualTo(layout.width()));
        }
    }

    @Test
    void aLongNameLosesItsMiddle() {
        assertThat(TextReport.of(hostile(), new TextLayout(80, false)))
                .containsPattern("begin_\\S*…\\S*_end \\[mod\\]");
    }

    @Test
    void coloursAddNothingButColours() {
        for (BootAnalysis boot : List.of(Boots.whole(), Boots.accounted(), Boots.hanging(), hostile())) {
            String coloured = TextReport.of(boot, new TextLayout(90, true));
            assertThat(coloured).contains("\u001b[1m");
            assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", ""))
                    .isEqualTo(TextReport.of(boot, new TextLayout(90, false)));
        }
    }

    @Test
    void textOfTheLogCannotDriveTheTerminal() {
        assertThat(TextReport.of(hostile(), TextLayout.PLAIN))
                .doesNotContain("\u001b", "\r", "\u202e")
                .contains("\\x1b[2J")
                .contains("\\u202e");
    }

    private static BootAnalysis hostile() {
        String name = "begin_" + "x".repeat(200) + "\u001b[2J\u202e" + "y".repeat(200) + "_end";
        return Boots.named(
                "\u001b[2J\u202e\r\n" + "s".repeat(300),
                List.of(
                        Boots.initcall(1, name, "mod", InitcallLevel.FS, 0, 1_000_000_000_000L, 0),
                        Boots.initcall(2, "\u001b[2J\u202e", null, null, 0, 1L, -19),
                        Boots.initcall(3, "", null, null, 0, null, 0)));
    }
}
