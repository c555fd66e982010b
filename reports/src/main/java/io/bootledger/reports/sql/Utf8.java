package io.bootledger.reports.sql;

/** Text as engines take it: Unicode without lone surrogates, which a damaged log may hold. */
public final class Utf8 {
    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return withoutLoneSurrogates(text);
            }
        }
        return text;
    }

    private static String withoutLoneSurrogates(String text) {
        StringBuilder sound = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> Character.getType(point) == Character.SURROGATE ? 0xFFFD : point)
                .forEach(sound::appendCodePoint);
        return sound.toString();
    }

    private Utf8() {}
}
