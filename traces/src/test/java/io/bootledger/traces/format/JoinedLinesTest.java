package io.bootledger.traces.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.call.InitcallFinished;
import io.bootledger.traces.event.call.InitcallStarted;
import io.bootledger.traces.event.machine.KernelStarted;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A field of JSON may hold several lines of a log, and a log store's document all of them. */
class JoinedLinesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'log':'A\\nB\\nC\\n','stream':'stdout'}",
                "{'log':'A\\nB'}\n{'log':'C'}",
                "{'message':'A'}\n{'message':'B\\r\\nC'}",
                "{'stream':{'job':'serial'},'values':[['1700000000000000001','A'],['1700000000000000002','B'],['1700000000000000003','C']]}",
                "{'values':[['1700000000000000003','C'],['1700000000000000002','B'],['1700000000000000001','A']]}",
                "{'status':'success','data':{'resultType':'streams','result':[{'stream':{'job':'x'},'values':[['1700000000000000001','A'],['1700000000000000002','B\\nC']]}]}}",
            })
    void eachIsRead(String json) throws IOException {
        String log = json.replace('\'', '"')
                .replace("A", "[    0.000000] Linux version 6.1.0 (a@b) (gcc) #1")
                .replace("B", "[    0.100000] calling  acpi_init+0x0/0x10 @ 1")
                .replace("C", "[    0.200000] initcall acpi_init+0x0/0x10 returned 0 after 100000 usecs");
        List<RecordedEvent> events = new ArrayList<>();
        LogReader.read(
                LogSource.stream("log", new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8))),
                ReadingOptions.NUMBERS,
                events::add);
        assertThat(events.subList(0, 3))
                .extracting(event -> (Object) event.event().getClass())
                .containsExactly(KernelStarted.class, InitcallStarted.class, InitcallFinished.class);
        assertThat(events).hasSize(4);
    }
}
