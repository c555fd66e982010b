package io.bootledger.traces.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What many lines end in that no kernel writes there: {@code <br>}, {@code </span></div>}, {@code ",}, {@code '}}, {@code \r\n},
 * {@code $}, {@code " unit=kernel}. It begins with a mark, not in the midst of words.
 */
final class Tails {
    private static final String MARKS = "<\\&\"'`,;|})]$^/";
    private static final int MOST = 3;
    private static final int LONGEST = 64;

    /** The tails that stand behind at least half of the lines, and then behind at least half of the others, each the longest such. */
    static List<byte[]> of(FirstLines lines) {
        if (!mostEndAlike(lines)) {
            return List.of();
        }
        List<String> left = new ArrayList<>();
        for (int line = 0; line < lines.size(); line++) {
            left.add(end(lines.line(line)));
        }
        List<byte[]> tails = new ArrayList<>();
        while (tails.size() < MOST && !left.isEmpty()) {
            Optional<String> common = common(left);
            if (common.isEmpty()) {
                break;
            }
            tails.add(common.get().getBytes(StandardCharsets.ISO_8859_1));
            left.removeIf(end -> end.endsWith(common.get()));
        }
        return tails;
    }

    /** A quick look, which spares nearly all logs the rest. */
    private static boolean mostEndAlike(FirstLines lines) {
        int[] ends = new int[256];
        int most = 0;
        for (int line = 0; line < lines.size(); line++) {
            byte[] bytes = lines.line(line);
            most = Math.max(most, ++ends[bytes[bytes.length - 1] & 0xff]);
        }
        return most * 2 > lines.size();
    }

    private static String end(byte[] line) {
        int from = Math.max(0, line.length - LONGEST);
        return new String(line, from, line.length - from, StandardCharsets.ISO_8859_1).stripTrailing();
    }

    private static Optional<String> common(List<String> ends) {
        Map<String, Integer> counts = new TreeMap<>();
        for (String end : ends) {
            for (int from = 0; from < end.length(); from++) {
                if (MARKS.indexOf(end.charAt(from)) >= 0) {
                    counts.merge(end.substring(from), 1, Integer::sum);
                }
            }
        }
        return counts.entrySet().stream()
                .filter(count -> count.getValue() * 2 >= ends.size() && count.getValue() > 1)
                .map(Map.Entry::getKey)
                .reduce((one, other) -> other.length() > one.length() ? other : one);
    }

    private Tails() {}
}
