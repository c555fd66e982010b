package io.bootledger.cli.process;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What someone may have meant. */
public final class Spelling {
    /** Longer names are compared by their beginnings: a name out of a log has any length. */
    private static final int LONGEST = 200;

    private static final int SHORTEST_PART = 3;

    /** The known words nearest to one that is none of them, the nearest first. */
    static List<String> nearest(String word, Collection<String> known, int most) {
        return known.stream()
                .distinct()
                .sorted(Comparator.comparingInt((String each) -> distance(cut(each), cut(word)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(most)
                .toList();
    }

    /** Those that may well be meant: spelt nearly so, or one in the other, or at least every second letter right. May be none. */
    public static List<String> meant(String word, Collection<String> known, int most) {
        List<String> byDistance = nearest(word, known, Integer.MAX_VALUE);
        int length = cut(word).length();
        return Stream.of(
                        byDistance.stream().filter(each -> distance(cut(each), cut(word)) <= length / 4),
                        byDistance.stream().filter(each -> holds(each, word)),
                        byDistance.stream().filter(each -> distance(cut(each), cut(word)) <= length / 2))
                .flatMap(likely -> likely)
                .distinct()
                .limit(most)
                .toList();
    }

    private static boolean holds(String one, String other) {
        String shorter = one.length() < other.length() ? one : other;
        String longer = one.length() < other.length() ? other : one;
        return shorter.length() >= SHORTEST_PART
                && longer.toLowerCase(Locale.ROOT).contains(shorter.toLowerCase(Locale.ROOT));
    }

    private static String cut(String word) {
        return word.substring(0, Math.min(word.length(), LONGEST));
    }

    /** How many letters must be put in, taken out or changed to make one word the other. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }

    private Spelling() {}
}
