package io.bootledger.simulator.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.simulator.scenario.ScenarioLog;
import io.bootledger.simulator.scenario.Scenarios;
import io.bootledger.traces.message.MessageTable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a panic says of where the kernel lies and what it runs on, by the sources of each version. */
class PanicPlaceTest {
    private static final String X86 =
            " from 0xffffffff81000000 (relocation range: 0xffffffff80000000-0xffffffffbfffffff)";

    private static List<String> panic(String release, String arch, String words, int cpus, String initcall) {
        List<String> lines = new ArrayList<>();
        MessageTable messages = new MessageTable();
        new ScenarioLog(Scenarios.parse("test", """
                {"machine": {"kernel": {"release": "%s", "arch": "%s", "command_line": "%s panic=-1"}, "cpus": %d,
                 "ending": {"init": null}, "initcalls": [%s]}}
                """.formatted(release, arch, words, cpus, initcall)))
                .run(1, record -> lines.add(messages.write(record.event(), null)), traced -> {});
        int at = 0;
        while (!lines.get(at).startsWith("Kernel panic")) {
            at++;
        }
        return lines.subList(at + 1, lines.size()).stream()
                .dropWhile(line -> !line.startsWith("SMP: stopping") && !line.startsWith("Kernel Offset:"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "3.13, '', ",
        "3.14, '', 0x0",
        "4.0, kaslr, 0x26800000",
        "4.1, '', disabled",
        "4.11, kaslr, 0x26800000",
        "4.12, '', 0x26800000",
        "6.12, '', 0x26800000",
        "6.12, nokaslr, disabled"
    })
    void x86(String release, String words, String offset) {
        String line = offset == null ? "" : "Kernel Offset: " + offset + (offset.equals("disabled") ? "" : X86);
        assertThat(String.join("|", panic(release, "x86_64", words, 4, ""))).isEqualTo(line);
    }

    /** The mask has as many bits as the version knows capabilities. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "4.4 !         ! 4 !",
                "4.9 !         ! 4 ! SMP: stopping secondary CPUs|Kernel Offset: 0x4a6fc0000000 from 0xffff000008000000|Memory Limit: none",
                "4.19!         ! 1 ! Kernel Offset: 0x4a6fc0000000 from 0xffff000008000000|CPU features: 0x0,00002004|Memory Limit: none",
                "5.2 !         ! 1 ! Kernel Offset: 0x4a6fc0000000 from 0xffff000008000000|PHYS_OFFSET: 0x40000000"
                        + "|CPU features: 0x0000,00002004|Memory Limit: none",
                "5.10! nokaslr ! 1 ! Kernel Offset: disabled|CPU features: 0x000000,00002004|Memory Limit: none",
                "6.1 ! mem=2G  ! 2 ! SMP: stopping secondary CPUs|Kernel Offset: 0x4a6fc0000000 from 0xffff800008000000"
                        + "|PHYS_OFFSET: 0x40000000|CPU features: 0x000000,00000000,00002004|Memory Limit: 2048 MB",
                "6.12!         ! 1 ! Kernel Offset: 0x4a6fc0000000 from 0xffff800080000000|PHYS_OFFSET: 0x40000000"
                        + "|CPU features: 0x00,00000000,00000000,00002004|Memory Limit: none"
            })
    void arm64(String release, String words, int cpus, String lines) {
        assertThat(String.join("|", panic(release, "arm64", words == null ? "" : words, cpus, "")))
                .isEqualTo(lines == null ? "" : lines);
    }

    @Test
    void riscvStopsTheOthersToo() {
        assertThat(panic("5.10", "riscv64", "", 2, "")).containsExactly("SMP: stopping secondary CPUs");
        assertThat(panic("4.15", "riscv64", "", 2, "")).isEmpty();
    }

    /** Whoever tells the place asks for it in an initcall of the device level, and other processors start behind the early ones. */
    @ParameterizedTest
    @ValueSource(strings = {"early_initcall", "core_initcall", "late_initcall"})
    void aPanicBeforeThatSaysLess(String macro) {
        String bad = "{\"macro\": \"%s\", \"function\": \"bad_init\", \"fault\": \"oops\"}".formatted(macro);
        List<String> lines = panic("6.12", "arm64", "", 2, bad);
        assertThat(lines.contains("SMP: stopping secondary CPUs")).isEqualTo(!macro.startsWith("early"));
        assertThat(lines.contains("Memory Limit: none")).isEqualTo(macro.startsWith("late"));
    }

    @ParameterizedTest
    @CsvSource({"3.6, init_post", "3.7, kernel_init", "6.12, kernel_init"})
    void whoFindsNoInit(String release, String function) {
        assertThat(all(release, "x86_64", "")).anyMatch(line -> line.contains(" " + function + "+0x"));
    }

    /** Up to 3.2 a panic behind an oops has a backtrace of its own. */
    @Test
    void whoMissesInit() {
        String bad = "{\"macro\": \"core_initcall\", \"function\": \"bad_init\", \"fault\": \"oops\"}";
        assertThat(all("3.2", "x86_64", bad)).last().asString().contains("] do_exit+0x");
    }

    @ParameterizedTest
    @CsvSource({
        "2.6.28, x86_64, 1",
        "2.6.39, i386, 1",
        "3.0, x86_64, 0",
        "2.6.30, arm, 0",
        "2.6.32, arm, 1",
        "3.0, arm, 0"
    })
    void theLastSysfsFileIsNoneBeforeUserSpace(String release, String arch, int lines) {
        String bad = "{\"macro\": \"core_initcall\", \"function\": \"bad_init\", \"fault\": \"oops\"}";
        assertThat(all(release, arch, bad).stream().filter("last sysfs file: "::equals))
                .hasSize(lines);
    }

    private static List<String> all(String release, String arch, String initcall) {
        List<String> lines = new ArrayList<>();
        MessageTable messages = new MessageTable();
        new ScenarioLog(Scenarios.parse("test", """
                {"machine": {"kernel": {"release": "%s", "arch": "%s", "command_line": "panic=-1"}, "ending": {"init": null},
                 "initcalls": [%s]}}
                """.formatted(release, arch, initcall)))
                .run(1, record -> lines.add(messages.write(record.event(), null)), traced -> {});
        return lines;
    }
}
