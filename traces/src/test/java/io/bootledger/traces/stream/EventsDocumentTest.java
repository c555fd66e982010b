package io.bootledger.traces.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.bootledger.traces.Samples;
import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.format.LogReader;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import io.bootledger.traces.store.BootHeader;
import io.bootledger.traces.store.MemoryEventStore;
import io.bootledger.traces.store.StoreBoots;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** {@code docs/events.md} and {@code docs/events.schema.json} say of every event what the code does, and of no other. */
class EventsDocumentTest {
    private static final String HEADER = "{\"schema\":\"bootledger/events/v1\",\"log\":\"boot.log\"}";
    private static final String DOCUMENT = text("events.md");
    private static final String SCHEMA_TEXT = text("events.schema.json");
    private static final JsonNode TREE = EventJson.MAPPER.readTree(SCHEMA_TEXT);
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SCHEMA_TEXT, InputFormat.JSON);

    private static final Set<String> FULFILLED = new HashSet<>();

    static Stream<String> everyType() {
        return EventTypes.BY_NAME.keySet().stream().sorted();
    }

    static Stream<Path> everySample() throws IOException {
        return Samples.ours().stream();
    }

    @Test
    void allThreeKnowTheSameTypes() {
        assertThat(sections().keySet()).isEqualTo(EventTypes.BY_NAME.keySet());
        JsonNode event = TREE.at("/$defs/event_line/properties/event");
        assertThat(event.at("/properties/type/enum").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrderElementsOf(EventTypes.BY_NAME.keySet());
        assertThat(event.get("allOf").valueStream())
                .hasSameSizeAs(EventTypes.BY_NAME.keySet())
                .allMatch(each -> each.at("/then/$ref")
                        .asString()
                        .equals("#/$defs/"
                                + each.at("/if/properties/type/const").asString()));
    }

    @ParameterizedTest
    @MethodSource("everyType")
    void everyFieldIsDescribedAndWhetherItMayBeAbsent(String type) {
        Map<String, Boolean> fields = fields(EventTypes.BY_NAME.get(type));
        Map<String, Boolean> described = new TreeMap<>();
        Matcher rows = Pattern.compile("\\| `(\\w+)` \\| [^|]+ \\| (.+) \\|")
                .matcher(sections().get(type));
        while (rows.find()) {
            described.put(rows.group(1), rows.group(2).contains("; absent "));
        }
        assertThat(described).isEqualTo(fields);

        JsonNode schema = TREE.get("$defs").get(type);
        List<String> all =
                Stream.concat(Stream.of("type"), fields.keySet().stream()).toList();
        List<String> required =
                all.stream().filter(field -> !fields.getOrDefault(field, false)).toList();
        assertThat(schema.get("properties").propertyNames()).containsExactlyInAnyOrderElementsOf(all);
        assertThat(schema.get("required").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrderElementsOf(required);
        assertThat(schema.at("/properties/type/const").asString()).isEqualTo(type);
    }

    /** By name on file; true for one that may be absent. */
    private static Map<String, Boolean> fields(Class<? extends BootEvent> type) {
        Map<String, Boolean> fields = new TreeMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
            fields.put(name, component.getAnnotatedType().isAnnotationPresent(Nullable.class));
        }
        return fields;
    }

    @ParameterizedTest
    @MethodSource("everyType")
    void theExampleIsReadAndWrittenAsItStands(String type) throws IOException {
        String example = example(type);
        assertThat(SCHEMA.validate(example, InputFormat.JSON)).isEmpty();

        RecordedEvent event = read(example);
        assertThat(EventTypes.nameOf(event.event())).isEqualTo(type);
        assertThat(written(List.of(event))).isEqualTo(HEADER + "\n" + example + "\n");
    }

    @ParameterizedTest
    @MethodSource("everyType")
    void theExampleSaysWhatItsLineSays(String type) throws IOException {
        RecordedEvent event = read(example(type));
        if (event.origin().text() != null) {
            List<BootEvent> said = new ArrayList<>();
            LogSource line = LogSource.stream(
                    "line", new ByteArrayInputStream(event.origin().text().toBytes()));
            LogReader.read(line, ReadingOptions.EVERYTHING, each -> said.add(each.event()));
            assertThat(said).contains(event.event());
        }
    }

    @ParameterizedTest
    @MethodSource("everySample")
    void everyLineOfEverySampleFulfilsTheSchema(Path log) throws IOException {
        for (String line : written(Samples.events(log)).split("\n")) {
            if (FULFILLED.add(shape(line))) {
                assertThat(SCHEMA.validate(line, InputFormat.JSON)).as(line).isEmpty();
            }
        }
    }

    /** The line with free text and digits taken out, of which the schema says nothing: validating is slow, and few shapes differ. */
    private static String shape(String line) {
        return line.replaceAll("\"(?!type|unit|level|caller)(\\w+)\":\"(?:\\\\.|[^\"\\\\])*\"", "\"$1\":\"\"")
                .replaceAll("\\d+", "0");
    }

    @Test
    void theHeaderOfAStoredBootFulfilsTheSchema() throws IOException {
        MemoryEventStore store = new MemoryEventStore();
        BootHeader header = store.header(StoreBoots.keep(store, 1).id());
        assertThat(SCHEMA.validate(EventJson.MAPPER.writeValueAsString(header.line()), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void theSchemaIsStrict() {
        String example = example("initcall_started");
        assertThat(List.of(
                        example.replace("\"pid\":1", "\"pid\":\"1\""),
                        example.replace("\"pid\":1", "\"pid\":1,\"more\":1"),
                        example.replace("\"function\":", "\"fun\":"),
                        example.replace("initcall_started", "initcall_begun"),
                        example.replace("\"line\":", "\"lines\":")))
                .allSatisfy(wrong ->
                        assertThat(SCHEMA.validate(wrong, InputFormat.JSON)).isNotEmpty());
    }

    /** Of each type, by its heading. */
    private static Map<String, String> sections() {
        Map<String, String> sections = new TreeMap<>();
        Arrays.stream(DOCUMENT.split("\n### "))
                .skip(1)
                .forEach(section -> sections.put(section.substring(0, section.indexOf('\n')), section));
        return sections;
    }

    private static String example(String type) {
        Matcher code = Pattern.compile("```json\n(.*)\n```").matcher(sections().get(type));
        assertThat(code.find()).as("an example of " + type).isTrue();
        return code.group(1);
    }

    private static RecordedEvent read(String line) throws IOException {
        return EventJson.MAPPER.readValue(line, EventLine.class).recorded();
    }

    private static String written(List<RecordedEvent> events) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (EventWriter writer = new EventWriter(out, "boot.log")) {
            events.forEach(writer::accept);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of("..", "docs", file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
