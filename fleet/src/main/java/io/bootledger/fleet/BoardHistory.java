package io.bootledger.fleet;

import io.bootledger.analyzer.history.AcceptedSteps;
import io.bootledger.analyzer.history.HistoryFold;
import io.bootledger.readmodels.StoredSummaries;
import io.bootledger.readmodels.TabledBoot;
import io.bootledger.reports.HistoryView;
import io.bootledger.reports.Printable;
import io.bootledger.reports.json.HistoryJson;
import io.bootledger.reports.text.many.HistoryReport;
import io.bootledger.reports.text.page.TextLayout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/** What Spark does with the boots of a board, which come build by build: the boots of one build are in memory at a time. */
final class BoardHistory implements FlatMapGroupsFunction<String, Row, Tuple2<String, String>> {
    private static final long serialVersionUID = 1L;

    private final String buildColumn;
    private final String by;
    private final String each;
    private final List<String> conditions;
    private final boolean json;

    BoardHistory(String buildColumn, String by, String each, List<String> conditions, boolean json) {
        this.buildColumn = buildColumn;
        this.by = by;
        this.each = each;
        this.conditions = List.copyOf(conditions);
        this.json = json;
    }

    @Override
    public Iterator<Tuple2<String, String>> call(String board, Iterator<Row> boots) {
        HistoryFold fold = new HistoryFold();
        String build = null;
        List<TabledBoot> ofBuild = new ArrayList<>();
        while (boots.hasNext()) {
            Row boot = boots.next();
            String next = boot.getAs(buildColumn);
            if (!next.equals(build)) {
                add(build, ofBuild, fold);
                build = next;
                ofBuild = new ArrayList<>();
            }
            ofBuild.add(SummaryRows.boot(boot));
        }
        add(build, ofBuild, fold);
        HistoryView view = new HistoryView(fold.history(), by, new AcceptedSteps(List.of()), List.of());
        return List.of(new Tuple2<>(board, shown(board, view))).iterator();
    }

    private static void add(@Nullable String build, List<TabledBoot> boots, HistoryFold fold) {
        if (build != null) {
            boots.sort(Comparator.comparing(TabledBoot::header, StoredSummaries.ORDER));
            fold.add(build, boots.stream().map(TabledBoot::summary).toList());
        }
    }

    private String shown(String board, HistoryView view) {
        String condition = each + "=" + board;
        if (!json) {
            return Printable.of(condition) + "\n" + HistoryReport.of(view, TextLayout.PLAIN) + "\n";
        }
        List<String> where = new ArrayList<>(conditions);
        where.add(condition);
        return HistoryJson.of(view, where);
    }
}
