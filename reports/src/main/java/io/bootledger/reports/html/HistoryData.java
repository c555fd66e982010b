package io.bootledger.reports.html;

import io.bootledger.analyzer.history.Build;
import io.bootledger.analyzer.history.Series;
import io.bootledger.analyzer.history.Series.BuildRange;
import io.bootledger.reports.HandoverWords;
import io.bootledger.reports.HistoryCurve;
import io.bootledger.reports.HistoryCurve.Tone;
import io.bootledger.reports.HistoryView;
import io.bootledger.reports.HistoryView.Finding;
import io.bootledger.reports.LogName;
import io.bootledger.reports.Palette;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A history as the page's script reads it. */
final class HistoryData {
    /** Of more metrics nobody looks at the curves. */
    private static final int MOST_CURVES = 40;

    private static final int MOST_BOOTS = 30;

    static Map<String, Object> of(HistoryView view, List<List<HistoryBoot>> boots, HistoryPage.Asked asked) {
        Map<String, Object> facts = new LinkedHashMap<>();
        List<HistoryCurve> curves = view.curves();
        List<HistoryCurve> kept = curves.stream().limit(MOST_CURVES).toList();
        facts.put("tones", tones());
        facts.put("summary", view.summary());
        facts.put("tooShort", view.history().tooShort());
        facts.put("boots", view.history().boots());
        facts.put("leftOut", view.history().leftOut());
        facts.put("counted", HandoverWords.until(view.history().handovers()));
        facts.put("by", view.by());
        facts.put("where", asked.where());
        facts.put("store", LogName.of(asked.store()));
        List<Build> builds = view.history().builds();
        facts.put(
                "builds",
                IntStream.range(0, builds.size())
                        .mapToObj(at -> build(builds.get(at), boots.get(at)))
                        .toList());
        facts.put("curves", kept.stream().map(HistoryData::curve).toList());
        facts.put("curvesLeftOut", curves.size() - kept.size());
        return facts;
    }

    private static Map<String, String> tones() {
        Map<String, String> tones = new LinkedHashMap<>();
        Arrays.stream(Tone.values()).forEach(tone -> tones.put(word(tone), Palette.css(tone.rgb())));
        return tones;
    }

    private static String word(Tone tone) {
        return tone.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> build(Build build, List<HistoryBoot> boots) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", build.name());
        facts.put("used", build.boots());
        facts.put("leftOut", build.leftOut());
        facts.put(
                "differences",
                build.differences().stream().map(HistoryView::words).toList());
        facts.put(
                "boots",
                boots.stream()
                        .limit(MOST_BOOTS)
                        .map(boot -> Arrays.asList(boot.id(), boot.log(), boot.totalUs(), boot.leftOut()))
                        .toList());
        return facts;
    }

    private static Map<String, Object> curve(HistoryCurve curve) {
        Series series = curve.series();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", HistoryView.title(series));
        facts.put("scope", series.scope().toString());
        facts.put("us", series.us());
        facts.put("lowUs", ends(series, BuildRange::lowUs));
        facts.put("highUs", ends(series, BuildRange::highUs));
        facts.put("edgeUs", curve.edgeUs());
        facts.put(
                "levels",
                curve.levels().stream()
                        .map(level -> List.of(level.from(), level.to(), level.us(), word(level.tone())))
                        .toList());
        facts.put("changes", curve.findings().stream().map(HistoryData::change).toList());
        return facts;
    }

    private static List<@Nullable Long> ends(Series series, ToLongFunction<BuildRange> end) {
        return series.ranges().stream()
                .<@Nullable Long>map(range -> range == null ? null : Long.valueOf(end.applyAsLong(range)))
                .toList();
    }

    private static Map<String, Object> change(Finding finding) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("at", finding.change().index());
        facts.put("us", finding.shiftUs());
        facts.put("words", finding.words());
        facts.put("tone", word(Tone.of(finding)));
        facts.put(
                "accepted",
                finding.accepted() == null ? null : finding.accepted().reason());
        return facts;
    }

    private HistoryData() {}
}
