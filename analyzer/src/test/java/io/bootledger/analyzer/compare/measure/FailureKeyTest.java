package io.bootledger.analyzer.compare.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.failures.Failure;
import io.bootledger.analyzer.failures.Failure.Kind;
import io.bootledger.analyzer.failures.Failure.Severity;
import io.bootledger.analyzer.timeline.Outcome;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One failure has one name, whatever a new build or boot moves. */
class FailureKeyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OOPS | BUG: KASAN: slab-out-of-bounds in foo_init+0x14/0x104 | oops BUG: KASAN: slab-out-of-bounds in foo_init",
                "OOPS | BUG: unable to handle page fault for address: ffff8880123 | oops BUG: unable to handle page fault for address: #",
                "OOPS | BUG: unable to handle kernel NULL pointer dereference at 0000000000000010 | oops BUG: unable to handle kernel NULL pointer dereference at #",
                "PANIC | Attempted to kill init! exitcode=0x0000000b | panic Attempted to kill init! exitcode=#",
                "PROBE | 0000:00:1f.2 | probe 0000:00:1f.2",
                "INITCALL | mod_init3 | initcall mod_init3",
            })
    void numbersOfAFaultAreNoPartOfIt(Kind kind, String said, String name) {
        Failure failure = new Failure(
                kind, said, null, null, null, Outcome.UNFINISHED, Severity.REAL, "it faulted", 1, List.of());

        assertThat(FailureKey.of(failure)).hasToString(name);
    }
}
