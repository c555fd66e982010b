package io.bootledger.reports.png;

import io.bootledger.analyzer.axis.AxisLedger;
import io.bootledger.analyzer.axis.AxisLedger.Entry;
import io.bootledger.reports.DurationText;
import io.bootledger.reports.Printable;
import io.bootledger.reports.png.draw.Box;
import io.bootledger.reports.png.draw.Fan;
import io.bootledger.reports.png.draw.Flags;
import io.bootledger.reports.png.draw.Scale;
import io.bootledger.reports.png.draw.Sheet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who ran from power-on to login as one band above all else. It has a scale of its own, as the kernel may be a small part of the whole;
 * what the lanes below show of it fans out to their width. Nothing where no clock tells of more than the kernel.
 */
final class StageLane {
    private static final int HEIGHT = 30;
    private static final int FAN = 18;
    private static final int ROWS = 4;
    /** As the page's timeline on white: the kernel in its accent, who else runs muted. */
    private static final int KERNEL = 0x1F5FAE;

    private static final int OTHER = 0x5A6472;

    private final AxisLedger ledger;
    private final Sheet sheet;
    private final Scale scale;

    private StageLane(AxisLedger ledger, Sheet sheet) {
        this.ledger = ledger;
        this.sheet = sheet;
        this.scale = new Scale(ledger.fromUs(), ledger.untilUs(), sheet.scale().width());
    }

    /** @param fanned whether the lanes below are on the kernel's clock */
    static void write(@Nullable AxisLedger ledger, boolean fanned, Sheet sheet) {
        if (ledger != null && ledger.entries().size() > 1 && ledger.totalUs() > 0) {
            new StageLane(ledger, sheet).write(fanned);
        }
    }

    private void write(boolean fanned) {
        Flags flags = new Flags(scale.width(), ROWS);
        long at = ledger.fromUs();
        for (Entry entry : ledger.entries()) {
            if (text(entry, at).isEmpty() && entry.us() > 0) {
                flags.place(x(at) + width(entry, at) / 2, Sheet.named(entry.name(), entry.us()));
            }
            at += entry.us();
        }
        sheet.skip(flags.height());
        at = ledger.fromUs();
        for (Entry entry : ledger.entries()) {
            if (entry.us() > 0) {
                sheet.box(new Box(x(at), sheet.y(), width(entry, at), HEIGHT, colour(entry), text(entry, at), false));
            }
            at += entry.us();
        }
        sheet.flags(flags.above(sheet.y()));
        int bottom = sheet.y() + HEIGHT;
        sheet.lane("stages", HEIGHT);
        sheet.skip(FAN - Sheet.PADDING);
        if (fanned) {
            fan(bottom);
        }
        sheet.note(note());
    }

    private static int colour(Entry entry) {
        return entry.kind() == AxisLedger.Kind.KERNEL ? KERNEL : OTHER;
    }

    private int x(long us) {
        return scale.x(us);
    }

    /** A pixel narrower than it is, so that neighbours are two. */
    private int width(Entry entry, long fromUs) {
        return Math.max(1, x(fromUs + entry.us()) - x(fromUs) - 1);
    }

    private String text(Entry entry, long fromUs) {
        return Sheet.inside(width(entry, fromUs), entry.name(), entry.us());
    }

    private void fan(int bottom) {
        Scale below = sheet.scale();
        long from = Math.max(below.fromUs(), scale.fromUs());
        long to = Math.min(below.toUs(), scale.toUs());
        if (from < to) {
            sheet.fan(new Fan(x(from), x(to), bottom, below.x(from), below.x(to), sheet.y()));
        }
    }

    /** {@code stages: 47.7 s in all, on a scale of their own, to within 13.8 ms; no clock tells how long: user space}. */
    private String note() {
        List<Long> off = ledger.entries().stream()
                .map(Entry::uncertaintyUs)
                .filter(Objects::nonNull)
                .toList();
        String within = off.stream()
                .max(Long::compare)
                .map(us -> ", to within " + DurationText.rounded(us))
                .orElse("");
        String unknown = ledger.unknown().isEmpty()
                ? ""
                : "; no clock tells how long: " + Printable.of(String.join(", ", ledger.unknown()));
        return "stages: " + DurationText.rounded(ledger.totalUs()) + " in all, on a scale of their own" + within
                + unknown;
    }
}
