package io.bootledger.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.traces.format.write.LogForm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A trace tells which task an event is of, and on which processor. */
class TracedTasksTest {
    @Test
    void loadersRunBesideTheBootThread() throws IOException {
        ByteArrayOutputStream trace = new ByteArrayOutputStream();
        new ScenarioLog(Scenarios.parse("test", """
                {"machine": {"kernel": {"release": "6.1"}, "cpus": 3, "initramfs": {}, "initcalls": [
                  {"macro": "rootfs_initcall", "function": "populate_rootfs"},
                  {"macro": "module_init", "function": "asks_init", "requests": ["asked"]},
                  {"macro": "module_init", "function": "asked_init", "module": "asked", "config": "m"},
                  {"macro": "module_init", "function": "base_init", "module": "base", "config": "m"},
                  {"macro": "module_init", "function": "top_init", "module": "top", "config": "m", "depends": ["base"]},
                  {"macro": "module_init", "function": "alone_init", "module": "alone", "config": "m"}],
                  "loads": [{"module": "alone"}, {"module": "top", "loader": 2}]}}
                """)).write(1, LogForm.FTRACE, trace);
        assertThat(trace.toString(StandardCharsets.UTF_8).lines().filter(line -> line.contains("initcall_start")))
                .extracting(line -> line.replaceFirst("^ +(\\S+) +(\\[\\d+\\]).*func=(\\w+).*$", "$1 $2 $3"))
                .containsExactly(
                        "init-1 [000] populate_rootfs",
                        "init-1 [000] asks_init",
                        "modprobe-900 [001] asked_init",
                        "insmod-181 [002] alone_init",
                        "modprobe-182 [001] base_init",
                        "modprobe-182 [001] top_init");
    }
}
