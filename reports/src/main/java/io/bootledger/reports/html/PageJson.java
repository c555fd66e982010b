package io.bootledger.reports.html;

import io.bootledger.analyzer.phases.Phase;
import io.bootledger.analyzer.timeline.Outcome;
import io.bootledger.reports.Palette;
import io.bootledger.traces.event.InitcallLevel;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON that may stand inside a script element, whatever it says: plain ASCII, without the characters that HTML reads. A lone
 * surrogate stays what it is.
 */
final class PageJson {
    private static final JsonMapper MAPPER = JsonMapper.builder(
                    JsonFactory.builder().highestNonEscapedChar('~').build())
            .build();

    static String of(Object value) {
        // Outside of strings JSON has none of these three.
        return MAPPER.writeValueAsString(value)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }

    static String palette() {
        return of(colours());
    }

    /** The palette by what a colour is for. */
    static Map<String, Object> colours() {
        Map<String, Object> palette = new LinkedHashMap<>();
        palette.put("levels", colours(InitcallLevel.values(), Palette::of));
        palette.put("phases", colours(Phase.Kind.values(), Palette::of));
        palette.put("outcomes", colours(Outcome.values(), Palette::of));
        palette.put("waited", Palette.css(Palette.WAITED));
        palette.put("unknown", Palette.css(Palette.UNKNOWN));
        return palette;
    }

    private static <T> Map<String, String> colours(T[] values, ToIntFunction<T> colour) {
        Map<String, String> colours = new LinkedHashMap<>();
        Arrays.stream(values).forEach(each -> colours.put(each.toString(), Palette.css(colour.applyAsInt(each))));
        return colours;
    }

    private PageJson() {}
}
