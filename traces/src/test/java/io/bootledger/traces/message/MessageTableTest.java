package io.bootledger.traces.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.KernelVersion;
import io.bootledger.traces.event.LogText;
import io.bootledger.traces.event.MessageLogged;
import io.bootledger.traces.event.MessageNotUnderstood;
import io.bootledger.traces.event.ReportedDuration;
import io.bootledger.traces.event.call.InitcallFinished;
import io.bootledger.traces.event.call.InitcallStarted;
import io.bootledger.traces.event.call.LevelEntered;
import io.bootledger.traces.event.call.ModuleInitSuspicious;
import io.bootledger.traces.event.call.ProbeFailed;
import io.bootledger.traces.event.machine.CommandLineGiven;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTableTest {
    private final MessageTable table = new MessageTable();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "i",
                "pci 0000:00:1f.0: calling  quirk_usb_early_handoff+0x0/0x30 @ 1",
                "pci 0000:00:1f.0: quirk_usb_early_handoff+0x0/0x30 took 117 usecs",
                "calling  serio0+ @ 23, parent: isa0061",
                "calling  0000:00:1f.2+ @ 5, parent: pci0000:00",
                "calling  quirk_cardbus_legacy+0x0/0x30 @ 1 for 0000:00:1f.0",
                "call serio0+ returned 0 after 12 usecs",
                "PM: calling mce_syscore_suspend+0x0/0x20",
                "PM: Calling mce_syscore_suspend+0x0/0x20 @ 1, parent: none",
                "alarmtimer alarmtimer.4.auto: platform_pm_suspend+0x0/0x4a returned -22 after 117 usecs",
                "# initcall: initcall foo+0x0/0x10 returned 0 after 3 usecs",
                "ok 1 - probe of foo returned 0 after 3 usecs",
                "systemd[1138]: Startup finished in 123ms.",
                "deferred probe 1c28000.serial @ 33",
                "initcall levels are explained in the documentation",
                "calling all cpus",
                "probe of the far side",
                "Freeing the slab",
                "Run fsck before you mount it",
                "DMI: Memory slots populated: 1/1",
                "WARNING: Your 'console=tty0' has been replaced by 'ttyS0'",
                "Linux version control",
                "usb 1-1: new high-speed USB device number 2 using ehci-pci",
                "call",
                "calling all stations",
                "Freeing",
                "probe",
                "Run /usr/bin/foo to repair",
            })
    void aLookAlikeIsAnOrdinaryMessage(String text) {
        assertThat(read(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "callin | breaks off within its first words",
                "calling | breaks off within its first words",
                "initcal | breaks off within its first words",
                "probe of | breaks off within its first words",
                "Freeing unused ker | breaks off within its first words",
                "Run /sbin/init as init proc | expected text and then ' as init process'",
                "Run /sbin/i | expected text and then ' as init process'",
                "initcall camel | ends before a function with offset and size",
                "calling  foo+0x0/0x | ends before a function with offset and size",
                "calling  foo_init+0x0/0x10 @ | ends before ' @ '",
                "initcall foo+0x0/0x10 returned | ends before ' returned '",
                "initcall foo+0x0/0x10 returned -19 after | ends before ' after '",
                "initcall foo+0x0/0x10 returned -19 after 3 se | expected ' usecs' at character 44",
                "initcall foo+0x0/0x10 [foo returned 0 after 3 usecs | ends before a function with offset and size",
                "initcall foo+0x0/0x10 returned 99999999999 after 3 usecs | expected a number of 32 bits at character 32",
                "entering initcall level: mezzanine | expected",
                "probe of 0000:00:1f.2 returned 0 aft | ends before ' after '",
                "Freeing unused kernel image (initm | expected 'Freeing unused kernel memory: ' at character 23",
            })
    void aDamagedMessageOfOursIsNotUnderstoodAndSaysWhy(String text, String why) {
        assertThat(read(text)).isInstanceOfSatisfying(MessageNotUnderstood.class, event -> {
            assertThat(event.text()).isEqualTo(LogText.of(text));
            assertThat(event.why()).startsWith(why);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "calling  foo_init+0x0/0x10",
                "calling  foo_init+0x0/0x10 @",
                "calling ",
                "initcall foo_init+0x0/0x10",
                "initcall foo_init+0x0/0x10 returned 0 after 3906",
                "initcall foo_init+0x0/0x10 returned 0",
                "probe of 0000:00:1f.2 returned",
                "Run /sbin/init as",
                "Freeing unused kernel image (initmem)",
            })
    void aMessageThatBreaksOffMayGoOnInTheNextLine(String text) {
        assertThat(incomplete(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "calling  foo_init+0x0/0x10 @ 1",
                "initcall foo_init+0x0/0x10 returned 0 after 3906 usecs",
                "Run /sbin/init as init process",
                "usb 1-1: new high-speed USB device number 2 using ehci-pci",
                "clocksource: hpet: mask: 0xffffffff max_cycles: 0xffffffff",
                "smp: Bringing up secondary CPUs ...",
            })
    void aWholeMessageIsNotIncomplete(String text) {
        assertThat(incomplete(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "pl011_init+0x1/0x38, pl011_init",
        ".scsi_complete_async_scans+0x0/0x1dc, scsi_complete_async_scans",
        "ufs_mtk_init.cfi_jt+0x0/0x8, ufs_mtk_init",
        "foo_init.llvm.8723456+0x0/0x8, foo_init",
        "bar_init.isra.0+0x0/0x8, bar_init",
        "bar_init$a1b2c3+0x0/0x8, bar_init",
        "__initstub__kmod_pci_dma__250_136_pci_iommu_initrootfs+0x0/0x8, pci_iommu_init",
        "0xffffffff81d3a5c2, 0xffffffff81d3a5c2",
    })
    void aSymbolIsKeptAsPrintedAndNamedByItsFunction(String text, String function) {
        InitcallSymbol symbol = ((InitcallStarted) read("calling  " + text + " @ 1")).symbol();

        assertThat(symbol.text()).isEqualTo(text);
        assertThat(symbol.function()).isEqualTo(function);
        assertThat(symbol.module()).isNull();
    }

    @Test
    void aSymbolOfAModuleNamesTheModuleWithoutItsBuildId() {
        String line = "calling  init_module+0x0/0x1000 [raid6_pq 0123456789abcdef0123456789abcdef01234567] @ 88";

        assertThat(((InitcallStarted) read(line)).symbol().module()).isEqualTo("raid6_pq");
    }

    @Test
    void aSymbolReadTwiceIsTheSameObject() {
        InitcallStarted started = (InitcallStarted) read("calling  foo_init+0x0/0x10 [foo] @ 1");
        InitcallFinished finished =
                (InitcallFinished) read("initcall foo_init+0x0/0x10 [foo] returned 0 after 1 usecs");

        assertThat(finished.symbol()).isSameAs(started.symbol());
    }

    @Test
    void symbolsStayApartWhenThereAreMoreThanTheCacheHolds() {
        for (int i = 0; i < 20_000; i++) {
            InitcallStarted started = (InitcallStarted) read("calling  init_" + i + "+0x0/0x10 @ 1");
            assertThat(started.symbol().function()).isEqualTo("init_" + i);
        }
    }

    @Test
    void aDeviceStandsBehindItsDriverSince69() {
        assertThat(read("sata_mv 0000:03:00.0: probe with driver sata_mv failed with error -5"))
                .isEqualTo(new ProbeFailed("sata_mv", "0000:03:00.0", -5));
    }

    @Test
    void aWrappedCommandLineSaysThatItGoesOn() {
        assertThat(read("Kernel command line: root=/dev/vda1 ro \\"))
                .isEqualTo(new CommandLineGiven("root=/dev/vda1 ro", true, true));
    }

    @Test
    void aLevelIsWrittenOnlyByKernelsThatPrintIt() {
        LevelEntered level = new LevelEntered(InitcallLevel.SUBSYS);

        assertThat(table.write(level, new KernelVersion(6, 14, 0))).isNull();
        assertThat(table.write(level, new KernelVersion(6, 18, 0))).isEqualTo("entering initcall level: subsys");
        assertThat(table.write(level, null)).isEqualTo("entering initcall level: subsys");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "6.1.0  | calling  foo_init+0x0/0x10 @ 1",
                "2.6.28 | calling  foo_init+0x0/0x10 @ 1",
                "2.6.27 | calling  foo_init+0x0/0x10",
            })
    void aStartIsWrittenInTheWordsOfItsKernel(String version, String line) {
        InitcallSymbol symbol = new InitcallSymbol("foo_init+0x0/0x10", "foo_init", null, null, null);

        assertThat(table.write(new InitcallStarted(symbol, 1), KernelVersion.of(version)))
                .isEqualTo(line);
    }

    @Test
    void anEndUpTo2625IsWrittenInTwoLinesWhichAreTwoEvents() {
        KernelVersion version = new KernelVersion(2, 6, 24);
        InitcallSymbol symbol = new InitcallSymbol("a_init+0x0/0x1", "a_init", null, "0xc03bc430", null);

        assertThat(table.write(new InitcallFinished(symbol, -19, null), version))
                .isEqualTo("initcall 0xc03bc430: a_init+0x0/0x1() returned -19.");
        assertThat(table.write(new InitcallFinished(symbol, null, ReportedDuration.msecs(3)), version))
                .isEqualTo("initcall 0xc03bc430 ran for 3 msecs: a_init+0x0/0x1()");
    }

    @Test
    void anOrdinaryMessageIsWrittenAsItIs() {
        assertThat(table.write(new MessageLogged(LogText.of("hello")), null)).isEqualTo("hello");
    }

    @Test
    void aRecordOfSeveralLinesIsReadWithItsLineEndsEscapedToo() {
        String first = "do_init_module: 'led'->init suspiciously returned 245, it should follow 0/-E convention";
        String second = "do_init_module: loading module anyway...";
        BootEvent event = new ModuleInitSuspicious("led", 245);
        assertThat(read(first + "\n" + second)).isEqualTo(event);
        assertThat(read(first + "\\x0a" + second)).isEqualTo(event);
        assertThat(read(first + "\\x0")).isNotEqualTo(event);
    }

    private BootEvent read(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return table.read(bytes, 0, bytes.length);
    }

    private boolean incomplete(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return table.incomplete(bytes, 0, bytes.length);
    }
}
