package io.bootledger.cli.input;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.explain.Answer;
import io.bootledger.analyzer.explain.Subject;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.Spelling;
import io.bootledger.reports.Printable;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a report as people ask for them: {@code level device}, {@code 'between levels'}, {@code failure 1}. The name is as the
 * report prints it, or as JSON does; the word for the sort of row before it may be left out where the name says enough.
 */
public final class Asked {
    private static final int NEAREST = 3;
    private static final int MOST_CHOICES = 12;
    private static final String SORTS = "another row as the report prints it; a word alone lists such rows: "
            + Stream.of(Subject.values()).map(Subject::toString).collect(Collectors.joining(", "));

    private final BootAnalysis boot;
    private final List<Answer> rows;
    private final @Nullable Subject subject;
    private final String name;

    private Asked(BootAnalysis boot, List<Answer> rows, @Nullable Subject subject, String name) {
        this.boot = boot;
        this.rows = rows;
        this.subject = subject;
        this.name = name;
    }

    /** What was found: initcalls or rows of other sorts. */
    public record Found(List<Initcall> calls, List<Answer> answers) {}

    /**
     * Finds what is asked for.
     *
     * @param rows all that the report has besides initcalls
     * @throws CommandFailure when there is no such row, or the words fit several sorts of rows; says which words to use
     */
    public static Found find(BootAnalysis boot, List<Answer> rows, List<String> words) {
        String asked = String.join(" ", words).strip();
        if (asked.isEmpty()) {
            throw CommandFailure.usage("say what to explain: an initcall, as in acpi_init, or " + SORTS);
        }
        for (Subject subject : Subject.values()) {
            String word = subject.toString();
            if (asked.startsWith(word + " ") || asked.startsWith(word + ":")) {
                return new Asked(
                                boot,
                                rows,
                                subject,
                                asked.substring(word.length() + 1).strip())
                        .found();
            }
        }
        return new Asked(boot, rows, null, asked).found();
    }

    private Found found() {
        List<Initcall> calls = isAbout(Subject.INITCALL) ? AskedInitcall.all(boot.timeline(), name) : List.of();
        List<Answer> answers = rows.stream().filter(this::fits).toList();
        boolean speaks = !calls.isEmpty()
                || answers.stream().anyMatch(row -> row.subject().speaks());
        if (subject == null && speaks) {
            answers =
                    answers.stream().filter(row -> !row.subject().isSpokenFor()).toList();
        }
        refuseSeveralSorts(calls, answers);
        if (calls.isEmpty() && answers.isEmpty()) {
            throw notFound();
        }
        return new Found(calls, answers);
    }

    private boolean isAbout(Subject other) {
        return subject == null || subject == other;
    }

    private boolean fits(Answer row) {
        return isAbout(row.subject())
                && (row.isCalled(name) || subject != null && name.equals(Integer.toString(row.ordinal())));
    }

    private void refuseSeveralSorts(List<Initcall> calls, List<Answer> answers) {
        Set<Subject> sorts = EnumSet.noneOf(Subject.class);
        answers.forEach(row -> sorts.add(row.subject()));
        if (!calls.isEmpty()) {
            sorts.add(Subject.INITCALL);
        }
        if (sorts.size() > 1) {
            throw CommandFailure.usage(Printable.of(name) + " is the name of several rows: say "
                    + sorts.stream().map(sort -> quoted(sort + " " + name)).collect(Collectors.joining(" or ")));
        }
    }

    private CommandFailure notFound() {
        if (subject == Subject.INITCALL || subject == null && (name.matches("\\d+") || isBare())) {
            return AskedInitcall.notFound(boot.timeline(), name);
        }
        Subject bare = subject == null ? bareWord() : null;
        if (bare != null) {
            return whichOf(bare);
        }
        Map<String, String> wordsByName = new LinkedHashMap<>();
        if (subject == null) {
            boot.timeline().initcalls().forEach(call -> wordsByName.putIfAbsent(call.function(), call.function()));
        }
        rows.stream()
                .filter(row -> isAbout(row.subject()))
                .forEach(row -> wordsByName.putIfAbsent(row.name(), row.words()));
        String sort = subject == null ? "row of the report" : subject.toString();
        if (wordsByName.isEmpty()) {
            return CommandFailure.usage("this boot has no " + sort);
        }
        String none = "no " + sort + " is called " + Printable.of(name) + ": ";
        List<String> meant = Spelling.meant(name, wordsByName.keySet(), NEAREST);
        if (meant.isEmpty()) {
            return CommandFailure.usage(none + (subject == null ? "give " + SORTS : choices(subject)));
        }
        return CommandFailure.usage(none + "did you mean "
                + meant.stream().map(wordsByName::get).map(Asked::quoted).collect(Collectors.joining(", ")) + "?");
    }

    /** The sort of row whose word is all that was said; null when it is none. */
    private @Nullable Subject bareWord() {
        return Stream.of(Subject.values())
                .filter(sort -> sort.isWord(name))
                .findFirst()
                .orElse(null);
    }

    private CommandFailure whichOf(Subject sort) {
        return CommandFailure.usage(choices(sort));
    }

    private String choices(Subject sort) {
        List<String> choices = sort == Subject.INITCALL
                ? boot.timeline().initcalls().stream()
                        .map(call -> sort + " " + call.function())
                        .distinct()
                        .toList()
                : rows.stream()
                        .filter(row -> row.subject() == sort)
                        .map(Answer::words)
                        .distinct()
                        .toList();
        if (choices.isEmpty()) {
            return "this boot has no " + sort;
        }
        return "say which " + sort + ": "
                + choices.stream().limit(MOST_CHOICES).map(Asked::quoted).collect(Collectors.joining(", "))
                + (choices.size() > MOST_CHOICES ? ", and " + (choices.size() - MOST_CHOICES) + " more" : "");
    }

    /** Whether nothing but initcalls could have been meant, and the log has none. */
    private boolean isBare() {
        return boot.timeline().initcalls().isEmpty() && name.matches("\\w+_init\\w*");
    }

    private static String quoted(String words) {
        String printed = Printable.of(words);
        return printed.contains(" ") ? "'" + printed + "'" : printed;
    }
}
