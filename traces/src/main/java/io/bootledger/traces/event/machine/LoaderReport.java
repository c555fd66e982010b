package io.bootledger.traces.event.machine;

import io.bootledger.traces.event.LogText;
import io.bootledger.traces.event.machine.LoaderMarked.Report;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the tables in which loaders tell when they did what, line by line: a head, then rows. */
public final class LoaderReport {
    private static final int LONGEST = 1 << 10;
    private static final int MOST_DIGITS = 15;

    private static final String BOOTSTAGE_HEAD = "Timer summary in microseconds";

    /** {@code common/bootstage.c} of U-Boot, bootstage_report: {@code     271,892     24,681  SPL}. */
    private static final Pattern BOOTSTAGE =
            Pattern.compile("\\s*(?<us>[0-9,]{1,20})\\s+[0-9,]{1,20}  (?<name>\\S.{0,79}?)\\s*");

    /** {@code util/cbmem/cbmem.c} of coreboot: {@code   11:start of bootblock            240,123 (282)}. */
    private static final Pattern CBMEM =
            Pattern.compile("\\s*[0-9]{1,5}:(?<name>\\S.{0,99}?)\\s+(?<us>[0-9,]{1,20})(?: \\([0-9,]{1,20}\\))?\\s*");

    private static final String CBMEM_HEAD = " entries total:";

    private @Nullable Report report;
    private boolean rows;

    /** Whether a report begins here: what was told before of the same is no longer told. */
    public static @Nullable Report begun(String line) {
        if (line.startsWith(BOOTSTAGE_HEAD)) {
            return Report.BOOTSTAGE;
        }
        String stripped = line.length() > LONGEST ? "" : line.strip();
        int digits = stripped.length() - CBMEM_HEAD.length();
        boolean counted = stripped.endsWith(CBMEM_HEAD) && digits > 0 && digits <= 5;
        return counted && stripped.substring(0, digits).chars().allMatch(sign -> sign >= '0' && sign <= '9')
                ? Report.COREBOOT
                : null;
    }

    /** Whether the next line may be a row. */
    public boolean isOpen() {
        return report != null;
    }

    /** Takes the next line; null where it is no row of a report. */
    public @Nullable LoaderMarked take(String line) {
        Report head = begun(line);
        if (head != null) {
            report = head;
            rows = false;
            return null;
        }
        Report open = report;
        if (open == null || line.length() > LONGEST) {
            report = null;
            return null;
        }
        Matcher row = (open == Report.BOOTSTAGE ? BOOTSTAGE : CBMEM).matcher(line);
        if (!row.matches()) {
            // Columns have a head, and coreboot's an empty line, before the first row.
            report = rows || !line.isBlank() && !line.contains("Elapsed") ? null : open;
            return null;
        }
        rows = true;
        String digits = row.group("us").replace(",", "");
        return digits.isEmpty() || digits.length() > MOST_DIGITS
                ? null
                : new LoaderMarked(open, LogText.of(row.group("name")), Long.parseLong(digits));
    }
}
