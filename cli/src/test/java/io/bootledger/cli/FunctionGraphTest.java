package io.bootledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.cli.process.ExitCode;
import io.bootledger.project.Checkout;
import io.bootledger.project.SchemasTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real boot: 6.1.0-56-cloud-amd64 on two CPUs of QEMU, {@code ftrace=function_graph ftrace_graph_filter=inet_init
 * ftrace_graph_max_depth=7}, in which the boot thread moves from one CPU to the other inside that call.
 */
class FunctionGraphTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "function-graph");
    private static final Path LOG = FOLDER.resolve("dmesg.txt.gz");
    private static final Path TRACE = FOLDER.resolve("trace.txt.gz");
    private static final String OTHER = "traces/samples/amd64-6.1-cloud/dmesg.txt";

    @TempDir
    private Path directory;

    @Test
    void theFunctionsBelowTheCallAreInTheJson() {
        Run run = Run.bootledger("analyze", LOG, TRACE, "--json", "-");
        assertThat(run.err()).isEmpty();
        SchemasTest.thenFulfils("analysis.schema.json", run.out());
        JsonNode graph = JsonMapper.shared().readTree(run.out()).at("/boots/0/function_graph");
        assertThat(graph.at("/compared").asInt()).isEqualTo(1);
        for (String lack : List.of("lost", "unbegun", "unended", "beyond", "unread")) {
            assertThat(graph.get(lack).asInt()).as(lack).isZero();
        }
        assertThat(graph.at("/initcalls")).hasSize(1);
        assertThat(graph.at("/initcalls/0/function").asString()).isEqualTo("inet_init");
        assertThat(graph.at("/initcalls/0/duration_ns").asLong()).isEqualTo(88_746_730);
        assertThat(graph.at("/functions")).isEmpty();
    }

    @Test
    void theStacksStandInThePlaceOfTheCallAndNoMicrosecondIsLost() {
        List<String> alone = folded(LOG);
        List<String> both = folded(LOG, TRACE);
        assertThat(sum(both)).isEqualTo(sum(alone));
        assertThat(sum(of("fs;inet_init", both))).isEqualTo(sum(of("fs;inet_init", alone)));
        assertThat(of("fs;inet_init", alone)).hasSize(1);
        assertThat(of("fs;inet_init", both))
                .hasSizeGreaterThan(500)
                .anyMatch(line -> line.startsWith("fs;inet_init;ip_init;"));
        both.removeAll(of("fs;inet_init", both));
        alone.removeAll(of("fs;inet_init", alone));
        assertThat(both).isEqualTo(alone);
    }

    @Test
    void theEventsOfAReportHoldThemToo() {
        Path report = directory.resolve("report");
        assertThat(Run.bootledger("analyze", LOG, TRACE, "--out", report).exitCode())
                .isZero();
        Path events = report.resolve("events.jsonl.gz");
        assertThat(folded(events)).isEqualTo(folded(LOG, TRACE));

        Run explained = Run.bootledger("explain", events, "inet_init");
        assertThat(explained.out()).contains("Functions below").contains("__mutex_lock_killable_slowpath");
        Run json = Run.bootledger("explain", events, "inet_init", "--json", "-");
        SchemasTest.thenFulfils("explain.schema.json", json.out());
        assertThat(JsonMapper.shared()
                        .readTree(json.out())
                        .at("/initcalls/0/functions/0/self_ns")
                        .asLong())
                .isEqualTo(15_495_170);
    }

    @Test
    void aTraceOfAnotherBootIsRefused() {
        Run run = Run.bootledger("analyze", Checkout.path(OTHER), TRACE);
        assertThat(run.exitCode()).isEqualTo(ExitCode.UNREADABLE);
        assertThat(run.err()).contains("1 of 1 initcalls take longer or shorter in it than the kernel measured");
    }

    @Test
    void aTraceAloneSaysWhatItIsAndGivesItsStacks() {
        Run run = Run.bootledger("analyze", TRACE, "--text");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("=> a function graph alone, of no boot's log")
                .doesNotContain("Where every microsecond went", "printk.time")
                .contains("a function graph alone: it tells of functions, and of no initcall")
                .contains("__mutex_lock_killable_slowpath");
        assertThat(sum(folded(TRACE))).isEqualTo(88_746);
        assertThat(folded(TRACE)).allMatch(line -> line.startsWith("inet_init"));
    }

    private static List<String> folded(Path... files) {
        Object[] words = new Object[files.length + 3];
        words[0] = "export";
        System.arraycopy(files, 0, words, 1, files.length);
        words[files.length + 1] = "--as";
        words[files.length + 2] = "folded";
        Run run = Run.bootledger(words);
        assertThat(run.err()).isEmpty();
        return new ArrayList<>(run.out().lines().toList());
    }

    private static List<String> of(String stack, List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(stack + " ") || line.startsWith(stack + ";"))
                .toList();
    }

    private static long sum(List<String> lines) {
        return lines.stream()
                .mapToLong(line -> Long.parseLong(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
