package io.bootledger.reports.text;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.reports.BootSpan;
import io.bootledger.reports.DurationText;
import io.bootledger.reports.text.page.Cell;
import io.bootledger.reports.text.page.Ink;
import io.bootledger.reports.text.page.Page;
import io.bootledger.reports.text.page.TextLayout;
import io.bootledger.reports.text.page.TextTable;
import io.bootledger.reports.text.page.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Many boots: one line each as they come, and a table over all at the end. It keeps a few numbers of each boot. */
public final class BootList {
    private static final int KERNELS = 40;

    private final TextLayout layout;
    private final String folder;
    private final int nameWidth;
    private final Map<String, Boots> byKernel = new LinkedHashMap<>();

    /** The boots of one kernel. */
    private static final class Boots {
        private final List<Long> totalsUs = new ArrayList<>();
        private int count;
        private int withoutInit;
        private long failures;
    }

    /** @param sources names of the logs to come; the folder they have in common is left out where their names are long */
    public BootList(TextLayout layout, List<String> sources) {
        this.layout = layout;
        int widest = layout.width() / 4 + 2;
        this.folder = longest(sources, "") <= widest ? "" : commonFolder(sources);
        this.nameWidth = sources.isEmpty() ? widest : Math.min(widest, longest(sources, folder) + ":12345".length());
    }

    /** Counts a boot, and returns its line, without an end of line; what does not fit stands below. */
    public String add(BootAnalysis boot) {
        BootSpan span = BootSpan.of(boot);
        Boots boots = byKernel.computeIfAbsent(release(boot), release -> new Boots());
        boots.count++;
        boots.failures += EndingSentence.realFailures(boot);
        if (span != null && span.reachedInit()) {
            boots.totalsUs.add(span.totalUs());
        } else if (!boot.milestones().reachedInit()) {
            boots.withoutInit++;
        }
        return line(boot);
    }

    /** The table over all boots so far, one row per kernel in order of appearance, lines ended by {@code \n}. */
    public String table() {
        TextTable table = new TextTable()
                .elastic("kernel")
                .right("boots")
                .right("median ms")
                .right("fastest ms")
                .right("slowest ms")
                .right("no sign of init")
                .right("failures");
        byKernel.entrySet().stream().limit(KERNELS).forEach(entry -> row(table, entry.getKey(), entry.getValue()));
        Page page = new Page(layout);
        page.title(Wording.counted(
                byKernel.values().stream().mapToInt(boots -> boots.count).sum(), "boot", "boots"));
        page.table(table);
        if (byKernel.size() > KERNELS) {
            page.note("… and " + (byKernel.size() - KERNELS) + " more kernels.");
        }
        return page.toString();
    }

    private String line(BootAnalysis boot) {
        EndingSentence verdict = EndingSentence.of(boot);
        long failures = EndingSentence.realFailures(boot);
        String end = verdict.sentence() + ", "
                + Wording.counted(boot.timeline().initcalls().size(), "initcall", "initcalls")
                + (failures == 0 ? "" : ", " + Wording.counted(failures, "failure", "failures"));
        Page page = new Page(layout);
        page.hanging(
                column(HeadSection.where(boot).substring(folder.length()), nameWidth) + "  "
                        + column(release(boot), layout.width() / 5) + "  ",
                end,
                verdict.ink() == Ink.GOOD ? Ink.PLAIN : verdict.ink());
        return page.toString().stripTrailing();
    }

    /** As wide on every line, since no line knows the others. */
    private static String column(String text, int width) {
        Cell cell = Cell.of(text).fitted(width);
        return cell.text() + " ".repeat(width - cell.width());
    }

    private static int longest(List<String> sources, String folder) {
        return sources.stream()
                .mapToInt(source -> source.length() - folder.length())
                .max()
                .orElse(0);
    }

    private static String commonFolder(List<String> sources) {
        String common = sources.get(0);
        for (String source : sources) {
            while (!source.startsWith(common)) {
                common = common.substring(0, common.length() - 1);
            }
        }
        return common.substring(0, common.lastIndexOf('/') + 1);
    }

    private static void row(TextTable table, String kernel, Boots boots) {
        List<Long> totals = boots.totalsUs.stream().sorted().toList();
        boolean known = !totals.isEmpty();
        table.row(
                Cell.of(kernel),
                Cell.of(Integer.toString(boots.count)),
                Cell.of(known ? DurationText.exactMillis(median(totals)) : "unknown"),
                Cell.of(known ? DurationText.exactMillis(totals.get(0)) : ""),
                Cell.of(known ? DurationText.exactMillis(totals.get(totals.size() - 1)) : ""),
                Cell.of(boots.withoutInit == 0 ? "" : Integer.toString(boots.withoutInit), Ink.BAD),
                Cell.of(boots.failures == 0 ? "" : Long.toString(boots.failures), Ink.BAD));
    }

    private static long median(List<Long> sorted) {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static String release(BootAnalysis boot) {
        return boot.kernel().release() == null
                ? "unknown kernel"
                : boot.kernel().release();
    }
}
