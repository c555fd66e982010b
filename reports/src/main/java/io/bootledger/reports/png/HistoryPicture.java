package io.bootledger.reports.png;

import io.bootledger.reports.HistoryView;
import io.bootledger.reports.NoFontsException;
import io.bootledger.reports.png.draw.Fonts;
import io.bootledger.reports.png.draw.Png;
import java.io.IOException;
import java.io.OutputStream;

/** The picture of a history: a point for each build, and the levels on which a metric settled. */
public final class HistoryPicture {
    /**
     * Draws the total and what changed most, 1600 pixels wide, and writes it as PNG; nothing is written unless all of it can be
     * drawn. The stream is not closed.
     */
    public static void write(HistoryView view, OutputStream out) throws IOException, NoFontsException {
        Png.check(() -> Fonts.layOut());
        Png.write(HistoryChart.of(view), out);
    }

    private HistoryPicture() {}
}
