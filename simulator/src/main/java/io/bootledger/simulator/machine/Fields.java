package io.bootledger.simulator.machine;

import java.util.function.IntPredicate;

/** Values of a scenario that no machine has, refused by the name of their field. */
final class Fields {
    /**
     * A size or a count.
     *
     * @throws IllegalArgumentException for less than none
     */
    static void notNegative(String field, int value) {
        if (value < 0) {
            throw new IllegalArgumentException(field + " is negative: " + value);
        }
    }

    /**
     * A name as compilers and makefiles take it.
     *
     * @throws IllegalArgumentException for one with blanks or characters that are none
     */
    static void name(String field, String name) {
        refuse(field, name, each -> Character.isWhitespace(each) || Character.isISOControl(each), "a blank");
    }

    /**
     * What is one line.
     *
     * @throws IllegalArgumentException for several
     */
    static void line(String field, String text) {
        refuse(field, text, each -> each != '\t' && Character.isISOControl(each), "a line break");
    }

    private static void refuse(String field, String text, IntPredicate wrong, String what) {
        if (text.chars().anyMatch(wrong)) {
            throw new IllegalArgumentException(
                    field + " has " + what + " or another character that cannot be there: \"" + visible(text) + "\"");
        }
    }

    private static String visible(String text) {
        StringBuilder seen = new StringBuilder();
        text.chars()
                .forEach(each -> seen.append(
                        Character.isISOControl(each) ? "\\x%02x".formatted(each) : String.valueOf((char) each)));
        return seen.toString();
    }

    private Fields() {}
}
