package io.bootledger.analyzer.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for which files, by a kernel's {@code MAINTAINERS}. The section whose pattern has most path components wins, as with
 * {@code scripts/get_maintainer.pl}; where two fit alike, both do.
 */
public final class Maintainers {
    private static final Pattern ENTRY = Pattern.compile("^([A-Z]):\\s*(.*)");
    private static final String REST = "THE REST";
    private static final int SHOWN = 2;
    /** A whole name says more than a pattern of as many components. In tenths of a component. */
    private static final int WHOLE_NAME = 1;

    private static final int COMPONENT = 10;

    /** What stands between the titles of two sections that fit a file alike. */
    private static final String BETWEEN = " \\| ";

    /** A section with its maintainers and reviewers. */
    private record Section(String title, List<String> people) {}

    private record Files(Pattern pattern, int specificity, int section) {}

    private final List<Section> sections = new ArrayList<>();
    private final List<List<Pattern>> excluded = new ArrayList<>();
    /** By the directory that their patterns begin with. */
    private final Map<String, List<Files>> byDirectory = new HashMap<>();

    private final List<Files> byWord = new ArrayList<>();
    private final Map<String, List<String>> known = new HashMap<>();

    private Maintainers() {}

    /** Reads the file's text. */
    public static Maintainers of(String text) {
        Maintainers maintainers = new Maintainers();
        String title = null;
        List<String[]> entries = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            Matcher entry = ENTRY.matcher(line);
            if (entry.matches()) {
                entries.add(new String[] {entry.group(1), entry.group(2).strip()});
            } else if (!line.isBlank() && !Character.isWhitespace(line.charAt(0))) {
                maintainers.add(title, entries);
                title = line.strip();
                entries = new ArrayList<>();
            }
        }
        maintainers.add(title, entries);
        return maintainers;
    }

    private void add(@Nullable String title, List<String[]> entries) {
        if (title == null
                || title.equals(REST)
                || all("F", entries).isEmpty() && all("N", entries).isEmpty()) {
            return;
        }
        int section = sections.size();
        List<String> people = new ArrayList<>(all("M", entries));
        people.addAll(all("R", entries));
        sections.add(new Section(title, List.copyOf(people)));
        excluded.add(all("X", entries).stream().map(Maintainers::glob).toList());
        for (String files : all("F", entries)) {
            byDirectory
                    .computeIfAbsent(literalDirectory(files), name -> new ArrayList<>())
                    .add(new Files(glob(files), specificity(files), section));
        }
        for (String words : all("N", entries)) {
            try {
                byWord.add(new Files(Pattern.compile(".*(?:" + words + ").*"), 0, section));
            } catch (PatternSyntaxException e) {
                // A regular expression of Perl's that Java does not know: the section has others.
            }
        }
    }

    private static List<String> all(String kind, List<String[]> entries) {
        return entries.stream()
                .filter(entry -> entry[0].equals(kind))
                .map(entry -> entry[1])
                .toList();
    }

    private static int specificity(String files) {
        String whole = files.replaceFirst("\\*+$", "");
        int components =
                (int) whole.chars().filter(character -> character == '/').count() + (files.endsWith("/") ? 0 : 1);
        return COMPONENT * components + (files.matches(".*[*?\\[].*") ? 0 : WHOLE_NAME);
    }

    private static String literalDirectory(String files) {
        String literal = files.split("[*?\\[]", 2)[0];
        return literal.substring(0, Math.max(0, literal.lastIndexOf('/')));
    }

    private static Pattern glob(String files) {
        StringBuilder pattern = new StringBuilder("^");
        for (int i = 0; i < files.length(); i++) {
            char character = files.charAt(i);
            switch (character) {
                case '*' -> pattern.append("[^/]*");
                case '?' -> pattern.append("[^/]");
                case '[', ']' -> pattern.append(character);
                default -> pattern.append(Pattern.quote(String.valueOf(character)));
            }
        }
        return Pattern.compile(pattern + (files.endsWith("/") ? ".*$" : "(?:$|/.*)"));
    }

    /** Whether it has no section, so that it is something else. */
    public boolean isEmpty() {
        return sections.isEmpty();
    }

    /** The titles of the sections that fit a file best, at most two; empty when none does. */
    public List<String> titles(String file) {
        return known.computeIfAbsent(file, this::judge);
    }

    /** Maintainers and reviewers of an owner, which may be two sections; empty when the file has neither. */
    public List<String> people(String owner) {
        return Arrays.stream(owner.split(BETWEEN, -1))
                .flatMap(title -> sections.stream().filter(each -> each.title().equals(title)))
                .flatMap(section -> section.people().stream())
                .distinct()
                .toList();
    }

    private List<String> judge(String file) {
        int best = 0;
        List<Integer> found = new ArrayList<>();
        int slash = 0;
        while (slash >= 0) {
            for (Files files : byDirectory.getOrDefault(file.substring(0, slash), List.of())) {
                if (files.specificity() >= Math.max(best, 1) && fits(files, file)) {
                    if (files.specificity() > best) {
                        best = files.specificity();
                        found.clear();
                    }
                    if (!found.contains(files.section())) {
                        found.add(files.section());
                    }
                }
            }
            slash = file.indexOf('/', slash + 1);
        }
        if (found.isEmpty()) {
            byWord.stream()
                    .filter(files -> fits(files, file))
                    .map(Files::section)
                    .distinct()
                    .forEach(found::add);
        }
        return found.stream().limit(SHOWN).map(at -> sections.get(at).title()).toList();
    }

    private boolean fits(Files files, String file) {
        return files.pattern().matcher(file).matches()
                && excluded.get(files.section()).stream()
                        .noneMatch(pattern -> pattern.matcher(file).matches());
    }
}
