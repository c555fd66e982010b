package io.bootledger.fuzz.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bootledger.simulator.scenario.SeededRandom;
import java.util.Arrays;
import java.util.function.IntPredicate;

/** Parts of a line, replaced. */
final class Bytes {
    static byte[] part(byte[] line, int from, int to) {
        return Arrays.copyOfRange(line, from, to);
    }

    static byte[] concat(byte[] one, byte[] other) {
        return inserted(one, one.length, other);
    }

    static byte[] inserted(byte[] line, int at, byte[] more) {
        return replaced(line, at, at, more);
    }

    static byte[] replaced(byte[] line, int from, int to, byte[] by) {
        byte[] result = new byte[line.length - (to - from) + by.length];
        System.arraycopy(line, 0, result, 0, from);
        System.arraycopy(by, 0, result, from, by.length);
        System.arraycopy(line, to, result, from + by.length, line.length - to);
        return result;
    }

    /** One of the line's numbers becomes another. */
    static byte[] number(byte[] line, SeededRandom random, String other) {
        return run(line, random, other, at -> at >= '0' && at <= '9');
    }

    /** One of its words becomes another. */
    static byte[] word(byte[] line, SeededRandom random, String other) {
        return run(line, random, other, at -> at > ' ');
    }

    /** The first run of such bytes from a random place on. */
    private static byte[] run(byte[] line, SeededRandom random, String other, IntPredicate member) {
        int from = random.below(line.length + 1);
        while (from < line.length && !member.test(line[from])) {
            from++;
        }
        int to = from;
        while (to < line.length && member.test(line[to])) {
            to++;
        }
        while (from > 0 && to > from && member.test(line[from - 1])) {
            from--;
        }
        return replaced(line, from, to, other.getBytes(UTF_8));
    }

    private Bytes() {}
}
