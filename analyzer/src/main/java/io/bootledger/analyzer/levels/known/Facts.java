package io.bootledger.analyzer.levels.known;

import java.util.function.ObjIntConsumer;

/** Reads the facts of one function as {@link LevelLearner} writes them: {@code 4=1,2.152;6=3.510<TAB>612<TAB>bus}. */
final class Facts {
    /** The function that such a line describes; what cannot be read counts for nothing. */
    static KnownFunction of(String line) {
        String[] columns = line.split("\t", -1);
        int[] counts = new int[HalfLevel.COUNT];
        eachLevel(columns[0], (tokens, index) -> counts[index] += tokens.split(",", -1).length);
        return new KnownFunction(counts, columns.length < 2 ? KnownFunction.NO_RANK : number(columns[1]));
    }

    /** Plain numbers by half-level: {@code early=131;0=29}. */
    static int[] counts(String text) {
        int[] counts = new int[HalfLevel.COUNT];
        eachLevel(text, (number, index) -> counts[index] = Math.max(0, number(number)));
        return counts;
    }

    /** Hands over what stands behind each level's {@code =}, with the index of the half-level. */
    static void eachLevel(String text, ObjIntConsumer<String> taker) {
        for (String part : text.split(";", -1)) {
            int equals = part.indexOf('=');
            HalfLevel level = equals < 0 ? null : HalfLevel.ofId(part.substring(0, equals));
            if (level != null) {
                taker.accept(part.substring(equals + 1), level.index());
            }
        }
    }

    /** A number of at most nine digits; -1 for any other text. */
    static int number(String text) {
        if (text.isEmpty() || text.length() > 9) {
            return -1;
        }
        int value = 0;
        for (int at = 0; at < text.length(); at++) {
            char digit = text.charAt(at);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            value = 10 * value + digit - '0';
        }
        return value;
    }

    private Facts() {}
}
