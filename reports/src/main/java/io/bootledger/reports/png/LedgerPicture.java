package io.bootledger.reports.png;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.ledger.Ledger;
import io.bootledger.reports.NoFontsException;
import io.bootledger.reports.png.draw.Fonts;
import io.bootledger.reports.png.draw.Png;
import java.io.IOException;
import java.io.OutputStream;

/** {@code ledger.png}: where every microsecond until init went, by sort of time and largest account. */
public final class LedgerPicture {
    /**
     * Draws a boot, 1600 pixels wide, and writes it as PNG; nothing is written unless all of it can be drawn, and nothing for
     * a boot without a ledger, whose log has no time stamps. The stream is not closed.
     */
    public static void write(BootAnalysis boot, OutputStream out) throws IOException, NoFontsException {
        Ledger ledger = boot.accounting().ledger();
        if (ledger != null) {
            Png.check(() -> Fonts.layOut());
            Png.write(BarChart.of(LedgerLayout.of(boot, ledger)), out);
        }
    }

    private LedgerPicture() {}
}
