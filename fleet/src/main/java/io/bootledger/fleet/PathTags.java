package io.bootledger.fleet;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the path of an input tells of its boots: {@code {day}/{board}/*} takes the two folders above a log for the tags day and board.
 *
 * @param always what is known of the boots of all inputs
 * @param names of the parts of a path that are tags
 * @param layout matches the end of paths, a group for each name; null where paths tell nothing
 */
record PathTags(
        SortedMap<String, String> always,
        List<String> names,
        @Nullable Pattern layout) implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Pattern NAME = Pattern.compile("\\{([A-Za-z0-9_.-]{1,64})\\}");

    /**
     * @param layout as people write it; null for none
     * @throws IllegalArgumentException when it is none
     */
    static PathTags of(SortedMap<String, String> always, @Nullable String layout) {
        if (layout == null) {
            return new PathTags(always, List.of(), null);
        }
        StringBuilder pattern = new StringBuilder("(?:^|.*/)");
        Matcher names = NAME.matcher(layout);
        int at = 0;
        while (names.find()) {
            literal(layout.substring(at, names.start()), pattern);
            pattern.append("([^/]+)");
            at = names.end();
        }
        literal(layout.substring(at), pattern);
        List<String> all =
                NAME.matcher(layout).results().map(name -> name.group(1)).toList();
        if (all.isEmpty()) {
            throw new IllegalArgumentException(
                    layout + ": it names no part of a path: write it as {day}/{board}/*, for example");
        }
        return new PathTags(always, all, Pattern.compile(pattern.toString()));
    }

    private static void literal(String text, StringBuilder pattern) {
        String between = "";
        for (String part : text.split("\\*", -1)) {
            pattern.append(between).append(Pattern.quote(part));
            between = "[^/]*";
        }
    }

    /** The tags of an input. A path of another shape tells nothing. */
    SortedMap<String, String> of(String path) {
        SortedMap<String, String> tags = new TreeMap<>(always);
        if (layout != null) {
            Matcher parts = layout.matcher(path);
            if (parts.matches()) {
                for (int name = 0; name < names.size(); name++) {
                    tags.put(names.get(name), parts.group(name + 1));
                }
            }
        }
        return Collections.unmodifiableSortedMap(tags);
    }
}
