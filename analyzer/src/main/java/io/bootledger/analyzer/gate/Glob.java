package io.bootledger.analyzer.gate;

/**
 * A pattern of names in which {@code *} stands for anything and {@code ?} for one character. Matching takes no longer than the
 * pattern times the name.
 */
public final class Glob {
    private final String pattern;

    private Glob(String pattern) {
        this.pattern = pattern;
    }

    public static Glob of(String text) {
        return new Glob(text);
    }

    /** Where a text does not fit behind the last star, that star takes one character more; those before it need never change. */
    public boolean matches(String name) {
        int at = 0;
        int star = -1;
        int behindStar = 0;
        for (int place = 0; place < name.length(); ) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                star = at++;
                behindStar = place;
            } else if (at < pattern.length() && fits(pattern.charAt(at), name.charAt(place))) {
                at++;
                place++;
            } else if (star >= 0) {
                at = star + 1;
                place = ++behindStar;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == '*') {
            at++;
        }
        return at == pattern.length();
    }

    private static boolean fits(char wanted, char found) {
        return wanted == '?' || wanted == found;
    }
}
