package io.bootledger.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.reports.Samples;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BootAnswerTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            killed-early/console.log | Cut while sock_init ran, before init; the boot is known for 650 ms: 585 ms between \
            initcalls and 65.2 ms in 79 initcalls. Nothing failed in this log.
            no-initcall-debug/dmesg.txt | /init runs after 5.646 s, by clocks in doubt: 4.599 s of which the log does not \
            tell, 759 ms before initcalls and 288 ms after initcalls. No failure in this log, which does not tell of initcalls.
            panic-initcall/console.log | pci_slot_init never returned; BUG: kernel NULL pointer dereference, address: \
            0000000000000054; kernel panic: Fatal exception. Until then 700 ms between initcalls and 213 ms in 196 initcalls.
            panic-noinit/console.log | Kernel panic: VFS: Unable to mount root fs on unknown-block(0,0). Until then 2.498 s \
            in 575 initcalls and 630 ms between initcalls.
            """)
    void isNoMoreThanTheLogTells(String log, String answer) throws IOException {
        Path sample = Samples.logs().stream()
                .filter(each -> each.endsWith(log))
                .findFirst()
                .orElseThrow();
        assertThat(BootAnswer.of(Samples.boots(sample).get(0)).text()).isEqualTo(answer);
    }

    @Test
    void theLineThatShowsWhyLeadsABootThatDied() throws IOException {
        Path sample = Samples.logs().stream()
                .filter(each -> each.endsWith("panic-initcall/console.log"))
                .findFirst()
                .orElseThrow();
        BootAnswer answer = BootAnswer.of(Samples.boots(sample).get(0));
        assertThat(answer.died()).isTrue();
        assertThat(answer.line()).as("BUG: kernel NULL pointer dereference").isEqualTo(575);
    }
}
