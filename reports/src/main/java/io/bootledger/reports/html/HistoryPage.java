package io.bootledger.reports.html;

import io.bootledger.reports.HistoryView;
import java.util.List;

/** One file that shows a history without a network: the curves of the picture, and the boots of each build. */
public final class HistoryPage {
    /**
     * The same history gives the same bytes.
     *
     * @param boots of each build of the history
     * @param asked what the command was asked for, for those that the page says
     */
    public static String of(HistoryView view, List<List<HistoryBoot>> boots, Asked asked) {
        return HtmlPage.HISTORY.of(view.summary() + " - Bootledger", PageJson.of(HistoryData.of(view, boots, asked)));
    }

    /**
     * What selected the boots.
     *
     * @param where the conditions
     * @param store as the command line names it; empty where it does not
     */
    public record Asked(List<String> where, String store) {
        public Asked {
            where = List.copyOf(where);
        }
    }

    private HistoryPage() {}
}
