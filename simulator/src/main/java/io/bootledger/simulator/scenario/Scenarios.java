package io.bootledger.simulator.scenario;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.Nulls;
import io.bootledger.simulator.kernel.BootTruth;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** Reads scenarios: JSON with comments and trailing commas, from a file or built in. */
public final class Scenarios {
    /** The built-in ones, in the order in which they are listed. */
    public static final List<String> BUILT_IN =
            List.of("primer", "desktop", "arm-board", "cloud-vm", "failing-boot", "deferral-maze");

    static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE, EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .changeDefaultNullHandling(any -> any.withContentNulls(Nulls.FAIL))
            .enable(SerializationFeature.INDENT_OUTPUT)
            .changeDefaultPropertyInclusion(any -> any.withValueInclusion(JsonInclude.Include.NON_DEFAULT))
            .build();

    private static final JsonMapper TRUTH = MAPPER.rebuild()
            .changeDefaultPropertyInclusion(any -> any.withValueInclusion(JsonInclude.Include.ALWAYS))
            .build();

    /**
     * A built-in scenario.
     *
     * @throws ScenarioException when there is none of that name
     */
    public static Scenario builtIn(String name) {
        if (!BUILT_IN.contains(name)) {
            throw new ScenarioException(
                    "no scenario is called \"" + name + "\"; there are " + String.join(", ", BUILT_IN));
        }
        try (InputStream resource = Scenarios.class.getResourceAsStream(name + ".json")) {
            if (resource == null) {
                throw new ScenarioException("the scenario " + name + " is not in the program");
            }
            return parse(name, new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new ScenarioException("the scenario " + name + " cannot be read", unreadable);
        }
    }

    /**
     * Reads a scenario.
     *
     * @param source what to call it in messages
     * @throws ScenarioException when it is none; the message says {@code source:line:column} and what was expected
     */
    public static Scenario parse(String source, String json) {
        try {
            Scenario scenario = MAPPER.readValue(json, Scenario.class);
            if (scenario == null) {
                throw new ScenarioException(source + ":1:1: a scenario is an object, {...}, with a machine");
            }
            NamedNowhere nowhere = NamedNowhere.in(scenario.machine());
            if (nowhere != null) {
                String place = source + ScenarioPlace.of(MAPPER, json, nowhere.pointer()) + ": " + nowhere.path();
                throw new ScenarioException(place + ": " + nowhere.sentence(), nowhere.name());
            }
            return scenario;
        } catch (JacksonException wrong) {
            throw refused(source, json, wrong);
        }
    }

    private static ScenarioException refused(String source, String json, JacksonException wrong) {
        StrayName stray = StrayName.of(MAPPER, json, wrong);
        String place = source + ScenarioPlace.of(MAPPER, json, wrong, stray == null ? null : stray.name()) + ": ";
        if (stray == null || wrong instanceof UnrecognizedPropertyException) {
            return new ScenarioException(place + path(wrong) + reason(wrong, stray), wrong, stray);
        }
        String beside = reason(wrong, null);
        String path = path(wrong).replaceFirst(": $", ".") + stray.name() + ": ";
        return new ScenarioException(place + path + stray.sentence() + "; and " + beside, wrong, stray);
    }

    /** The text of a scenario, for {@link #parse}. */
    public static String text(Scenario scenario) {
        return MAPPER.writeValueAsString(scenario) + "\n";
    }

    /** The text of {@code truth.json}: every fact, also those that are none. */
    public static String text(BootTruth truth) {
        return TRUTH.writeValueAsString(truth) + "\n";
    }

    private static String path(JacksonException wrong) {
        String path = wrong.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining());
        return path.isEmpty() ? "" : path.substring(path.startsWith(".") ? 1 : 0) + ": ";
    }

    private static String reason(JacksonException wrong, @Nullable StrayName stray) {
        return stray != null ? stray.sentence() : NotAScenario.reason(wrong);
    }

    private Scenarios() {}
}
