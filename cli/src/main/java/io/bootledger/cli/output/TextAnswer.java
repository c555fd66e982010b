package io.bootledger.cli.output;

import io.bootledger.reports.text.page.Listing;
import io.bootledger.reports.text.page.TextLayout;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer for people: aligned columns, as many rows as anyone reads. */
public final class TextAnswer implements AnswerForm {
    private static final int MOST = 1_000;

    private final OutputStream out;
    private final TextLayout layout;
    private final List<List<@Nullable Object>> rows = new ArrayList<>();
    private List<String> names = List.of();
    private boolean more;

    public TextAnswer(OutputStream out, TextLayout layout) {
        this.out = out;
        this.layout = layout;
    }

    @Override
    public void columns(List<String> columns) {
        names = columns;
    }

    @Override
    public boolean row(List<@Nullable Object> values) {
        more = rows.size() == MOST;
        if (!more) {
            rows.add(values);
        }
        return !more;
    }

    @Override
    public void end() throws IOException {
        Listing listing = new Listing(layout);
        for (int i = 0; i < names.size(); i++) {
            column(listing, i);
        }
        rows.forEach(row -> listing.row(row.toArray()));
        String text = rows.isEmpty() ? "no rows\n" : listing.toString();
        String cut = more ? "... and more: --csv and --json write all of them\n" : "";
        out.write((text + cut).getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private void column(Listing listing, int place) {
        boolean numbers =
                rows.stream().map(row -> row.get(place)).allMatch(value -> value == null || value instanceof Number);
        if (numbers) {
            listing.right(names.get(place));
        } else {
            listing.elastic(names.get(place));
        }
    }
}
