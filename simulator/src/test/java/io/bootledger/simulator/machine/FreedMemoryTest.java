package io.bootledger.simulator.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.KernelVersion;
import io.bootledger.traces.event.machine.MemoryFreed;
import io.bootledger.traces.message.MessageTable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreedMemoryTest {
    private static final MessageTable MESSAGES = new MessageTable();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2.6.32 | X86_64 | Freeing unused kernel memory: 2048k freed",
                "3.10 | X86_64 | Freeing unused kernel memory: 2048k freed",
                "3.10 | ARM64 | Freeing unused kernel memory: 2048K (ffff800009a00000 - ffff800009c00000)",
                "3.9 | ARM | Freeing init memory: 2048K",
                "3.10 | ARM | Freeing unused kernel memory: 2048K (c0e00000 - c1000000)",
                "3.11 | X86_64 | Freeing unused kernel memory: 2048K (ffffffff82e00000 - ffffffff83000000)",
                "3.16 | I386 | Freeing unused kernel memory: 2048K (c14f9000 - c16f9000)",
                "4.8 | X86_64 | Freeing unused kernel memory: 2048K (ffffffff82e00000 - ffffffff83000000)",
                "4.9 | ARM64 | Freeing unused kernel memory: 2048K",
                "4.18 | X86_64 | Freeing unused kernel memory: 2048K",
                "4.19 | X86_64 | Freeing unused kernel image memory: 2048K",
                "5.5 | X86_64 | Freeing unused kernel image (initmem) memory: 2048K"
            })
    void theInitSectionsAreFreedInTheWordsOfTheVersion(String release, Arch arch, String line) {
        List<MemoryFreed> freed = memory(release, arch).beforeProtection();
        assertThat(written(release, freed.get(freed.size() - 1))).isEqualTo(line);
    }

    /** The sizes are the machine's own; the words are those of a log of 3.13, of one of 4.4 but for the addresses, and of mainline. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2.6.32 | X86_64 | ''",
                "2.6.33 | X86_64 | Freeing unused kernel memory: 2036k freed; Freeing unused kernel memory: 1184k freed",
                "3.13 | X86_64 | Freeing unused kernel memory: 2036K (ffff880001603000 - ffff880001800000); Freeing unused kernel memory: 1184K (ffff880001ad8000 - ffff880001c00000)",
                "5.4 | X86_64 | Freeing unused kernel image memory: 2036K; Freeing unused kernel image memory: 1184K",
                "5.5 | X86_64 | Freeing unused kernel image (text/rodata gap) memory: 2036K; Freeing unused kernel image (rodata/data gap) memory: 1184K",
                "3.13 | I386 | ''"
            })
    void andTheGapsOfAnImageBehindThem(String release, Arch arch, String lines) {
        assertThat(String.join(
                        "; ",
                        memory(release, arch).afterProtection().stream()
                                .map(event -> written(release, event))
                                .toList()))
                .isEqualTo(lines);
    }

    @Test
    void anI386SaysOfTextAndDataThatTheyAreProtectedUpTo419() {
        assertThat(memory("4.19", Arch.I386).protections())
                .containsExactly(
                        "Write protecting the kernel text: 16896k",
                        "Write protecting the kernel read-only data: 5632k");
        assertThat(memory("5.0", Arch.I386).protections())
                .containsExactly("Write protecting kernel text and read-only data: 22528k");
        assertThat(memory("5.0", Arch.ARM64).protections()).isEmpty();
    }

    @Test
    void whatIsWrittenIsRead() {
        for (String release : List.of("2.6.33", "3.10", "3.11", "3.16", "4.4", "4.9", "4.19", "5.4", "5.5", "6.12")) {
            for (Arch arch : List.of(Arch.X86_64, Arch.I386, Arch.ARM)) {
                FreedMemory memory = memory(release, arch);
                Stream.of(memory.beforeProtection(), memory.afterProtection(), List.of(memory.initramfs(4_096)))
                        .flatMap(List::stream)
                        .forEach(event -> assertThat(read(written(release, event)))
                                .as(release + " " + arch)
                                .isEqualTo(event));
            }
        }
    }

    private static FreedMemory memory(String release, Arch arch) {
        return new FreedMemory(KernelConfig.of(release, arch));
    }

    private static @Nullable BootEvent read(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        return MESSAGES.read(bytes, 0, bytes.length);
    }

    private static @Nullable String written(String release, BootEvent event) {
        return MESSAGES.write(event, KernelVersion.of(release));
    }
}
