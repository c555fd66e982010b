package io.bootledger.reports.png;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.reports.NoFontsException;
import io.bootledger.reports.png.draw.Fonts;
import io.bootledger.reports.png.draw.Png;
import java.io.IOException;
import java.io.OutputStream;

/** {@code boot.png}: what ran when. */
public final class BootPicture {
    /**
     * Draws a boot, 1600 pixels wide, and writes it as PNG; nothing is written unless all of it can be drawn. The stream is not
     * closed.
     */
    public static void write(BootAnalysis boot, OutputStream out) throws IOException, NoFontsException {
        Png.check(() -> Fonts.layOut());
        Png.write(BootChart.of(BootLayout.of(boot)), out);
    }

    private BootPicture() {}
}
