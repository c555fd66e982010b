package io.bootledger.traces.event.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryFreedTest {
    @ParameterizedTest
    @CsvSource({
        "init memory, INIT, true",
        "unused kernel memory, INIT, true",
        "unused kernel image memory, INIT, true",
        "unused kernel image (initmem) memory, INIT, true",
        "unused decrypted memory, DECRYPTED, true",
        "unused kernel image (text/rodata gap) memory, GAP, true",
        "unused kernel image (rodata/data gap) memory, GAP, true",
        "initrd memory, INITRD, false",
        "SMP alternatives memory, OTHER, false",
        "alternatives memory, OTHER, false",
    })
    void theWordsTellWhichMemory(String what, MemoryFreed.Kind kind, boolean afterInitcalls) {
        MemoryFreed freed = new MemoryFreed(what, 4);
        assertThat(freed.kind()).isEqualTo(kind);
        assertThat(freed.kind().isFreedAfterInitcalls()).isEqualTo(afterInitcalls);
    }
}
