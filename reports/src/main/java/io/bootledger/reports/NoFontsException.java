package io.bootledger.reports;

/** No picture can be drawn, because this Java has no fonts; the message says what to install. */
public final class NoFontsException extends Exception {
    private static final long serialVersionUID = 1;

    public NoFontsException(Throwable cause) {
        super(
                "no pictures: this Java finds no fonts to draw text with; install fontconfig and a font"
                        + " (on Debian: apt install fontconfig fonts-dejavu-core)",
                cause);
    }
}
