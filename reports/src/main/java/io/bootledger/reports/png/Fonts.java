package io.bootledger.reports.png;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;

/** The fonts of all pictures. */
final class Fonts {
    static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 20);
    static final Font SUBTITLE = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
    static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

    /** Lays out some text, which is where a Java without fonts fails. */
    static void layOut() {
        new TextLayout("Bootledger", LABEL, new FontRenderContext(null, true, true)).getBounds();
    }

    private Fonts() {}
}
