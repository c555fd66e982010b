package io.bootledger.traces.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.call.InitcallStarted;
import io.bootledger.traces.event.machine.CommandLineGiven;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A log that is an array of JSON, over one line or several: a message ends where its string ends. */
class JsonArrayTest {
    private static final List<String> LINES = List.of(
            "[    0.000000] Linux version 6.1.0-50-amd64 (a@b) (gcc 12) #1 SMP",
            "[    0.000000] Kernel command line: initcall_debug console=ttymxc0,115200 root=/dev/mmcblk2p2 rootwait quiet",
            "[    0.500000] calling  a_init+0x0/0x10 @ 1");

    @ParameterizedTest
    @ValueSource(
            strings = {"\",\"", "\", \"", "\"},{\"message\":\"", "\"}, {\"message\": \"", "\"},\n{\"message\": \""})
    void theCommandLineEndsWithItsString(String between) throws IOException {
        boolean objects = between.contains("{");
        String array =
                (objects ? "[{\"message\": \"" : "[\"") + String.join(between, LINES) + (objects ? "\"}]" : "\"]");
        List<RecordedEvent> events = new ArrayList<>();

        LogReader.read(
                LogSource.stream("array", new ByteArrayInputStream(array.getBytes(StandardCharsets.UTF_8))),
                ReadingOptions.EVERYTHING,
                events::add);

        assertThat(events)
                .extracting(RecordedEvent::event)
                .anyMatch(InitcallStarted.class::isInstance)
                .filteredOn(CommandLineGiven.class::isInstance)
                .singleElement()
                .isEqualTo(new CommandLineGiven(
                        "initcall_debug console=ttymxc0,115200 root=/dev/mmcblk2p2 rootwait quiet", true));
    }
}
