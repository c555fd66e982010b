package io.bootledger.reports.html;

import io.bootledger.reports.LogName;
import io.bootledger.reports.html.HistoryPage.Asked;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One file that shows boots of a store beside each other without a network, each as a bar that ends where init begins. */
public final class PopulationPage {
    /** Of more boots than this nobody looks at each. */
    private static final int MOST_ROWS = 1_000;

    /** The same boots give the same bytes. */
    public static String of(List<StripRow> boots, Asked asked) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("palette", PageJson.colours());
        facts.put("where", asked.where());
        facts.put("store", LogName.of(asked.store()));
        facts.put("boots", boots.size());
        facts.put("strip", boots.stream().limit(MOST_ROWS).toList());
        return HtmlPage.POPULATION.of(boots.size() + " boots - Bootledger", PageJson.of(facts));
    }

    private PopulationPage() {}
}
