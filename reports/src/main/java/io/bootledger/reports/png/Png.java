package io.bootledger.reports.png;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Turns a drawing into a file; it holds no date, so the same drawing gives the same bytes. */
final class Png {
    static final int WIDTH = 1600;

    static void write(BufferedImage image, OutputStream out) throws IOException {
        // In memory: where ImageIO chooses, it is in a file in the system's temporary directory, which may be full.
        try (ImageOutputStream png = new MemoryCacheImageOutputStream(out)) {
            ImageIO.write(image, "png", png);
        }
    }

    /**
     * Tries the fonts. A Java without fontconfig fails with an {@code InternalError}, one without freetype or AWT with errors
     * of linking, one with a broken font configuration with exceptions of many kinds.
     */
    static void check(Runnable layOut) throws NoFontsException {
        try {
            layOut.run();
        } catch (RuntimeException | InternalError | LinkageError e) {
            throw new NoFontsException(e);
        }
    }

    private Png() {}
}
