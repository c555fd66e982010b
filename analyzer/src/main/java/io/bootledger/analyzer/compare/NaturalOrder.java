package io.bootledger.analyzer.compare;

import java.util.Comparator;

/**
 * Names with numbers in them as people order them: {@code 6.9.1} before {@code 6.10.0}, {@code boot-2.log} before
 * {@code boot-10.log}, and {@code 6.1.0-rc3} before {@code 6.1.0}. Names that differ are never equal in it.
 */
public final class NaturalOrder {
    /** Null, for a name that is not known, comes first. */
    public static final Comparator<String> COMPARATOR = Comparator.nullsFirst(
            ((Comparator<String>) NaturalOrder::compare).thenComparing(Comparator.naturalOrder()));

    private static final String CANDIDATE = "-rc";

    private static int compare(String one, String other) {
        int i = 0;
        int j = 0;
        while (i < one.length() && j < other.length()) {
            int order;
            if (isDigit(one.charAt(i)) && isDigit(other.charAt(j))) {
                int endOfOne = endOfNumber(one, i);
                int endOfOther = endOfNumber(other, j);
                order = compareNumbers(one.substring(i, endOfOne), other.substring(j, endOfOther));
                i = endOfOne;
                j = endOfOther;
            } else if (isCandidate(one, i) != isCandidate(other, j)) {
                return isCandidate(one, i) ? -1 : 1;
            } else {
                order = Character.compare(one.charAt(i++), other.charAt(j++));
            }
            if (order != 0) {
                return order;
            }
        }
        return compareRests(one, i, other, j);
    }

    private static int compareRests(String one, int i, String other, int j) {
        boolean candidate = isCandidate(one, i) || isCandidate(other, j);
        int order = Integer.compare(one.length() - i, other.length() - j);
        return candidate ? -order : order;
    }

    private static boolean isCandidate(String name, int at) {
        int number = at + CANDIDATE.length();
        return name.startsWith(CANDIDATE, at) && number < name.length() && isDigit(name.charAt(number));
    }

    /** However long they are. */
    private static int compareNumbers(String one, String other) {
        String some = one.replaceFirst("^0+", "");
        String more = other.replaceFirst("^0+", "");
        int order = Integer.compare(some.length(), more.length());
        return order != 0 ? order : some.compareTo(more);
    }

    private static int endOfNumber(String name, int from) {
        int end = from;
        while (end < name.length() && isDigit(name.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private NaturalOrder() {}
}
