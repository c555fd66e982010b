package io.bootledger.reports.png.draw;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;

/** The fonts of all pictures. */
public final class Fonts {
    static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 20);
    public static final Font SUBTITLE = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
    public static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

    /** Lays out some text, which is where a Java without fonts fails. */
    public static void layOut() {
        new TextLayout("Bootledger", LABEL, new FontRenderContext(null, true, true)).getBounds();
    }

    private Fonts() {}
}
