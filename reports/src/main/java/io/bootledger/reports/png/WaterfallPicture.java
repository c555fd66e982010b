package io.bootledger.reports.png;

import io.bootledger.analyzer.compare.Comparison;
import io.bootledger.reports.NoFontsException;
import io.bootledger.reports.png.draw.Fonts;
import io.bootledger.reports.png.draw.Png;
import java.io.IOException;
import java.io.OutputStream;

/** {@code waterfall.png}: where the difference of two totals comes from. */
public final class WaterfallPicture {
    /**
     * Draws a comparison, 1600 pixels wide, and writes it as PNG; nothing is written unless all of it can be drawn, and nothing
     * for a comparison without a total. The stream is not closed.
     */
    public static void write(Comparison comparison, OutputStream out) throws IOException, NoFontsException {
        if (comparison.waterfall() != null) {
            Png.check(() -> Fonts.layOut());
            Png.write(WaterfallChart.of(WaterfallLayout.of(comparison)), out);
        }
    }

    private WaterfallPicture() {}
}
