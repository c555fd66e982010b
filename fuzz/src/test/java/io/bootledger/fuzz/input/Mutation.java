package io.bootledger.fuzz.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.bootledger.simulator.scenario.SeededRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What happens to a log on its way. */
enum Mutation {
    SWAP_LINES((lines, random) -> Collections.swap(lines, random.below(lines.size()), random.below(lines.size()))),
    DROP_LINE((lines, random) -> lines.remove(random.below(lines.size()))),
    DROP_STRETCH((lines, random) -> stretch(lines, random).clear()),
    DUPLICATE_LINE((lines, random) -> {
        int at = random.below(lines.size());
        lines.add(random.below(lines.size() + 1), lines.get(at));
    }),
    REPLAY_STRETCH((lines, random) -> {
        List<byte[]> again = new ArrayList<>(stretch(lines, random));
        lines.addAll(random.below(lines.size() + 1), again);
    }),
    TURN_ROUND((lines, random) -> Collections.reverse(lines)),
    BLANK_LINES((lines, random) ->
            lines.addAll(random.below(lines.size() + 1), Collections.nCopies(1 + random.below(30), new byte[0]))),
    GLUE_LINES((lines, random) -> {
        int at = random.below(lines.size());
        if (at + 1 < lines.size()) {
            byte[] next = lines.remove(at + 1);
            lines.set(at, Bytes.concat(lines.get(at), next));
        }
    }),
    BREAK_LINE((lines, random) -> {
        int at = random.below(lines.size());
        byte[] line = lines.get(at);
        int cut = random.below(line.length + 1);
        lines.set(at, Bytes.part(line, 0, cut));
        lines.add(at + 1, Bytes.part(line, cut, line.length));
    }),
    CUT_LINE(onLine((line, random) -> Bytes.part(line, 0, random.below(line.length + 1)))),
    CUT_HEAD(onLine((line, random) -> Bytes.part(line, random.below(line.length + 1), line.length))),
    DELETE_BYTES(onLine((line, random) -> {
        int from = random.below(line.length + 1);
        int to = Math.min(line.length, from + 1 + random.below(8));
        return Bytes.replaced(line, from, to, new byte[0]);
    })),
    FLIP_BIT(onLine((line, random) -> {
        byte[] flipped = line.clone();
        if (line.length > 0) {
            flipped[random.below(line.length)] ^= (byte) (1 << random.below(8));
        }
        return flipped;
    })),
    RANDOM_BYTES(onLine((line, random) -> {
        byte[] some = new byte[1 + random.below(6)];
        for (int at = 0; at < some.length; at++) {
            some[at] = (byte) random.next();
        }
        return Bytes.inserted(line, random.below(line.length + 1), some);
    })),
    LONE_CR(onLine((line, random) -> Bytes.inserted(line, random.below(line.length + 1), new byte[] {'\r'}))),
    NUL(onLine((line, random) -> Bytes.inserted(line, random.below(line.length + 1), new byte[1 + random.below(3)]))),
    HOSTILE_TEXT(onLine((line, random) -> Bytes.inserted(
            line, random.below(line.length + 1), Hostile.text(random).getBytes(UTF_8)))),
    HOSTILE_WORD(onLine((line, random) -> Bytes.word(line, random, Hostile.text(random)))),
    HOSTILE_NUMBER(onLine((line, random) -> Bytes.number(line, random, Hostile.number(random)))),
    NEAR_NUMBER(onLine((line, random) -> Bytes.number(line, random, Integer.toString(random.below(3_000_000))))),
    LATIN(onLine((line, random) ->
            Bytes.inserted(line, random.below(line.length + 1), "\u00e9\u00a0\u00fc".getBytes(ISO_8859_1)))),
    LONG_LINE(onLine((line, random) -> {
        int times = random.chance(15) ? 70_000 : 200 + random.below(3_000);
        byte[] some = (random.chance(500) ? "x" : Hostile.text(random)).getBytes(UTF_8);
        byte[] much = new byte[times];
        for (int at = 0; at < times; at++) {
            much[at] = some[at % some.length];
        }
        return Bytes.inserted(line, random.below(line.length + 1), much);
    }));

    private interface Change {
        void to(List<byte[]> lines, SeededRandom random);
    }

    private interface LineChange {
        byte[] of(byte[] line, SeededRandom random);
    }

    private final Change change;

    Mutation(Change change) {
        this.change = change;
    }

    /** Changes a log that has lines. */
    void apply(List<byte[]> lines, SeededRandom random) {
        change.to(lines, random);
    }

    private static Change onLine(LineChange change) {
        return (lines, random) -> {
            int at = random.below(lines.size());
            lines.set(at, change.of(lines.get(at), random));
        };
    }

    private static List<byte[]> stretch(List<byte[]> lines, SeededRandom random) {
        int from = random.below(lines.size());
        return lines.subList(from, Math.min(lines.size(), from + 1 + random.below(12)));
    }
}
