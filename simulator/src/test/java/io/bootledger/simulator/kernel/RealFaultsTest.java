package io.bootledger.simulator.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.bootledger.simulator.faults.Taints;
import io.bootledger.simulator.machine.Arch;
import io.bootledger.simulator.machine.InitFunction;
import io.bootledger.simulator.machine.InitFunction.Fault;
import io.bootledger.simulator.machine.InitcallMacro;
import io.bootledger.simulator.machine.KernelConfig;
import io.bootledger.simulator.machine.Machine;
import io.bootledger.simulator.machine.Nanos;
import io.bootledger.traces.event.KernelVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Holds simulated blocks against those in real logs: each line of a simulated one is in the real one, in the same order, with other
 * numbers and functions. Further real logs are those that BOOTLEDGER_TRACES names.
 */
class RealFaultsTest {
    private static final Path SAMPLES = Path.of("../traces/samples");

    /** The first line that is like that one, and what follows, from a real log. */
    private static List<String> real(Path log, String begins) throws IOException {
        List<String> lines = Files.readString(log, StandardCharsets.ISO_8859_1)
                .lines()
                .map(line ->
                        line.replaceFirst("^.*?\\[ *[0-9]+\\.[0-9]+\\] ", "").replace("\r", ""))
                .toList();
        int at = 0;
        while (!lines.get(at).startsWith(begins)) {
            at++;
        }
        return lines.subList(at, Math.min(lines.size(), at + 80)).stream()
                .map(RealFaultsTest::masked)
                .toList();
    }

    private static List<String> block(List<String> simulated, String begins, String ends) {
        List<String> lines = simulated.stream().map(RealFaultsTest::masked).toList();
        int from = 0;
        while (!lines.get(from).startsWith(begins)) {
            from++;
        }
        int to = from;
        while (!lines.get(to).startsWith(ends)) {
            to++;
        }
        return lines.subList(from, to + 1);
    }

    /** Without functions, numbers of processors, builds and lines, and without what Debian puts behind the build. */
    private static String masked(String line) {
        return line.replaceAll("[\\w.]+\\+0x[0-9a-f]+/0x[0-9a-f]+", "F")
                .replaceAll("(?<=CPU: )[0-9]+", "N")
                .replaceAll("(?<=exitcode=)0x[0-9a-f]+", "N")
                .replaceAll("(?<=Kernel Offset: )0x[0-9a-f]+", "N")
                .replaceAll("[0-9a-f]{16}", "N")
                .replaceAll(" #[0-9]+(  Debian [^ ]+)?", " #B");
    }

    private static Machine dying(String release, String banner, String name, Fault fault, String init) {
        KernelConfig kernel = new KernelConfig(
                release,
                Arch.X86_64,
                banner,
                0,
                "panic=-1",
                null,
                null,
                false,
                false,
                false,
                null,
                null,
                0,
                0,
                0,
                null);
        InitFunction bad = InitFunction.of(InitcallMacro.CORE_INITCALL, "bad_init", Nanos.ZERO)
                .failingBy(fault);
        return new Machine(
                name,
                kernel,
                1,
                "tsc",
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(bad),
                List.of(),
                null,
                new Machine.Ending(null, null, null, null, init),
                List.of(),
                null);
    }

    @Test
    void thePanicOf61StandsInARealLog() throws IOException {
        Machine machine = dying(
                "6.1.0-50-cloud-amd64",
                null,
                "QEMU Standard PC (Q35 + ICH9, 2009), BIOS 1.16.2-debian-1.16.2-1 04/01/2014",
                null,
                null);
        List<String> simulated = block(BootOf.machine(machine).lines(), "CPU: ", "Kernel Offset: ");
        assertThat(simulated).hasSize(7);
        assertThat(real(SAMPLES.resolve("panic-noinit/console.log"), "Kernel panic"))
                .containsSubsequence(simulated);
    }

    @ParameterizedTest
    @CsvSource({
        "real/amd64-6.1.0-50-cloud-amd64-panic-initcall/console.log, 6.1.0-50-cloud-amd64,"
                + " 'QEMU Standard PC (Q35 + ICH9, 2009), BIOS 1.16.2-debian-1.16.2-1 04/01/2014', BUG: kernel NULL, RIP: 0010",
        "wild/105-amd-server-6.16next-serial-crlf-ansi.log, 6.16.0-next-20250807-442d93313cae-cd328e98533,"
                + " 'Dell Inc. PowerEdge R6515/07PXPY, BIOS 2.17.0 12/04/2024', '#PF: supervisor', Kernel panic"
    })
    void theOopsStandsInARealLog(String log, String release, String name, String begins, String ends)
            throws IOException {
        String traces = System.getenv("BOOTLEDGER_TRACES");
        assumeThat(traces).as("a folder of further logs").isNotNull();
        List<String> all = BootOf.machine(dying(release, null, name, Fault.OOPS, "/sbin/init"))
                .lines();
        List<String> simulated = block(all, begins, ends);
        assertThat(real(Path.of(traces, log), begins)).containsSubsequence(simulated);
        assertThat(simulated).hasSizeGreaterThan(5);
    }

    /** Strings of real logs: 3.4, 5.10, 5.17, 6.1, 6.13 and 6.17. */
    @ParameterizedTest
    @CsvSource({
        "3.4, W, 'Tainted: G        W   '",
        "5.3, DE, 'Tainted: G      D     E    '",
        "5.10, D, 'Tainted: G      D          '",
        "5.17, DW, 'Tainted: G      D W        '",
        "6.1, T, 'Tainted: G                T '",
        "6.13, W, 'Tainted: G        W         '",
        "6.17, SU, 'Tainted: G S   U             '"
    })
    void taintsArePrintedAsInRealLogs(String version, String letters, String printed) {
        Taints taints = new Taints(KernelVersion.of(version));
        letters.chars().forEach(letter -> taints.add(String.valueOf((char) letter)));
        assertThat(taints.printed()).isEqualTo(printed);
    }
}
