package io.bootledger.simulator.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A name in a scenario that nothing there has. A record is built before anyone looks at the names that it does not know: where a
 * mistyped one is missing then, the record's complaint is all that is heard.
 *
 * @param name as written
 * @param known what there is at that place
 */
record StrayName(String name, List<String> known) {
    private static final Pattern UPPER_CASE = Pattern.compile("[A-Z]");

    /** Null for a scenario with another mistake. */
    static @Nullable StrayName of(JsonMapper mapper, String json, JacksonException wrong) {
        if (wrong instanceof UnrecognizedPropertyException unknown) {
            return new StrayName(
                    unknown.getPropertyName(),
                    unknown.getKnownPropertyIds().stream().map(String::valueOf).toList());
        }
        if (wrong instanceof ValueInstantiationException refused
                && refused.getType().getRawClass().isRecord()) {
            return beside(mapper, json, refused);
        }
        return null;
    }

    /** What stands behind the record may be no JSON: then its complaint is all there is. */
    private static @Nullable StrayName beside(JsonMapper mapper, String json, ValueInstantiationException refused) {
        List<String> known = names(refused.getType().getRawClass());
        try {
            JsonNode place = mapper.readTree(json).at(ScenarioPlace.pointer(refused));
            return place.propertyNames().stream()
                    .filter(name -> !known.contains(name))
                    .findFirst()
                    .map(name -> new StrayName(name, known))
                    .orElse(null);
        } catch (JacksonException behindIt) {
            return null;
        }
    }

    private static List<String> names(Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).map(StrayName::name).toList();
    }

    private static String name(RecordComponent component) {
        JsonProperty own = component.getAccessor().getAnnotation(JsonProperty.class);
        return own != null
                ? own.value()
                : UPPER_CASE.matcher(component.getName()).replaceAll("_$0").toLowerCase(Locale.ROOT);
    }

    String sentence() {
        return "unknown name; expected one of [" + String.join(", ", known) + "]";
    }
}
