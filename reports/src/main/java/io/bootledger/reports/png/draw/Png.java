package io.bootledger.reports.png.draw;

import io.bootledger.reports.NoFontsException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Turns a drawing into a file; it holds no date, so the same drawing gives the same bytes. */
public final class Png {
    public static final int WIDTH = 1600;

    public static void write(BufferedImage image, OutputStream out) throws IOException {
        // In memory: where ImageIO chooses, it is in a file in the system's temporary directory, which may be full.
        try (ImageOutputStream png = new MemoryCacheImageOutputStream(out)) {
            ImageIO.write(image, "png", png);
        }
    }

    /**
     * Tries the fonts. A Java without fontconfig fails with an {@code InternalError}, one without freetype or AWT with errors
     * of linking, one with a broken font configuration with exceptions of many kinds.
     */
    public static void check(Runnable layOut) throws NoFontsException {
        try {
            layOut.run();
        } catch (RuntimeException | InternalError | LinkageError e) {
            throw new NoFontsException(e);
        }
    }

    private Png() {}
}
