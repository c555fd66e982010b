package io.bootledger.simulator.scenario;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;

/** Where in a scenario's text something is wrong: a reader that builds records knows the path to it, and not always the line. */
final class ScenarioPlace {
    /**
     * {@code :line:column}, empty when nobody knows.
     *
     * @param name what is wrong there; null for all of it
     */
    static String of(JsonMapper mapper, String json, JacksonException wrong, @Nullable String name) {
        if (name != null && wrong instanceof ValueInstantiationException refused) {
            String pointer = pointer(refused) + "/" + name;
            return said(find(mapper, json, pointer));
        }
        TokenStreamLocation location = wrong.getLocation();
        if (location == null || location.getLineNr() < 1) {
            location = find(mapper, json, pointer(wrong));
        }
        return said(location);
    }

    /** Where something stands that a pointer leads to. */
    static String of(JsonMapper mapper, String json, String pointer) {
        return said(find(mapper, json, pointer));
    }

    private static String said(@Nullable TokenStreamLocation location) {
        return location == null ? "" : ":" + location.getLineNr() + ":" + location.getColumnNr();
    }

    private static @Nullable TokenStreamLocation find(JsonMapper mapper, String json, String pointer) {
        try (JsonParser parser = mapper.createParser(json)) {
            while (!pointer.isEmpty() && parser.nextToken() != null) {
                if (parser.streamReadContext().pathAsPointer().toString().equals(pointer)) {
                    return parser.currentTokenLocation();
                }
            }
        } catch (JacksonException unreadable) {
            return unreadable.getLocation();
        }
        return null;
    }

    /** A JSON pointer to it. */
    static String pointer(JacksonException wrong) {
        return wrong.getPath().stream()
                .map(step -> "/" + (step.getPropertyName() == null ? step.getIndex() : step.getPropertyName()))
                .collect(Collectors.joining());
    }

    private ScenarioPlace() {}
}
