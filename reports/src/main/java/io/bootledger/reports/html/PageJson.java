package io.bootledger.reports.html;

import io.bootledger.analyzer.phases.Phase;
import io.bootledger.analyzer.timeline.Outcome;
import io.bootledger.reports.Palette;
import io.bootledger.traces.event.InitcallLevel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.zip.DeflaterOutputStream;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** The facts of a page. A lone surrogate stays what it is. */
final class PageJson {
    private static final JsonMapper MAPPER = JsonMapper.builder(
                    JsonFactory.builder().highestNonEscapedChar('~').build())
            .build();

    static String of(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** As it stands in the page: deflated (RFC 1950), in base64, which means nothing to HTML. */
    static String packed(String json) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(json.length() / 4);
        try (OutputStream out = new DeflaterOutputStream(Base64.getEncoder().wrap(packed))) {
            out.write(json.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return packed.toString(StandardCharsets.US_ASCII);
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
