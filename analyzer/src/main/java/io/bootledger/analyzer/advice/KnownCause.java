package io.bootledger.analyzer.advice;

import io.bootledger.analyzer.reading.CommandLine;
import io.bootledger.analyzer.whatif.Action;
import io.bootledger.traces.event.KernelVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why something is known to take long, and what helps: a row of {@code known-causes.tsv}.
 *
 * @param name a function, with its module in brackets where only that one is meant; a device, in which {@code *} stands for anything
 *     and {@code [0-9]} for one such character; or an account of the ledger
 * @param cause what it does, as known from its source
 * @param remedy words of the command line ({@code cmdline:quiet}), symbols with their values ({@code CONFIG_PCSPKR_PLATFORM=n}), and
 *     advice in words; begins with {@code none} where nothing should be changed
 * @param changes what that changes, as a what-if has it: the call itself, or what all calls wait for; empty where that is not told
 * @param from the first kernel of which this is known; null when it is the oldest that was looked at
 * @param until the last one; null when it is the newest that was looked at
 * @param architectures directories below {@code arch}; empty for all
 * @param source the kernel's file and function that it rests on
 * @param measured what the remedy gained where someone tried; empty when nobody did
 */
record KnownCause(
        Subject subject,
        String name,
        String cause,
        String remedy,
        List<Action> changes,
        @Nullable KernelVersion from,
        @Nullable KernelVersion until,
        List<String> architectures,
        Risk risk,
        String source,
        String measured) {
    private static final String NOTHING = "none";
    private static final String WORD = "cmdline:";
    /** One that is to be dropped, or only shows more, is none. */
    private static final Pattern WORDS = Pattern.compile("(?<!drop |[;:] )" + WORD + "([^\\s,;]+)");

    private static final String IN_VAIN = "no gain";
    private static final Pattern CHARACTERS = Pattern.compile("\\[(\\w-\\w)+]");
    /** The oldest kernel whose source was looked at. */
    private static final KernelVersion OLDEST = new KernelVersion(6, 1, 0);

    /** What takes long. */
    enum Subject {
        INITCALL,
        PROBE,
        ACCOUNT
    }

    /** What may be lost by a remedy. */
    enum Risk {
        NONE(""),
        LOW("risk: low"),
        FUNCTIONAL("risk: what needs it no longer works"),
        SECURITY("risk: a safeguard is lost");

        private final String words;

        Risk(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    KnownCause {
        architectures = List.copyOf(architectures);
        changes = List.copyOf(changes);
    }

    /** A row of the table. */
    static KnownCause of(String[] row) {
        return new KnownCause(
                Subject.valueOf(row[0].toUpperCase(Locale.ROOT)),
                row[1],
                row[2],
                row[3],
                words(row[4]).map(KnownCause::action).toList(),
                version(row[5]),
                version(row[6]),
                words(row[7]).toList(),
                Risk.valueOf(row[8].toUpperCase(Locale.ROOT)),
                row[9],
                row[10]);
    }

    private static Stream<String> words(String cell) {
        return cell.isEmpty() ? Stream.of() : Stream.of(cell.split(",", -1));
    }

    private static Action action(String word) {
        return Action.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static @Nullable KernelVersion version(String text) {
        return text.isEmpty() ? null : KernelVersion.of(text);
    }

    boolean fits(@Nullable KernelVersion version, @Nullable String architecture) {
        boolean here = architectures.isEmpty() || architecture != null && architectures.contains(architecture);
        return here && (version == null ? until == null : isBetween(series(version)));
    }

    private boolean isBetween(KernelVersion version) {
        return (from == null || version.compareTo(from) >= 0) && (until == null || version.compareTo(until) <= 0);
    }

    private static KernelVersion series(KernelVersion version) {
        return new KernelVersion(version.major(), version.minor(), 0);
    }

    /** Whether it is about a device or an account of that name. */
    boolean names(String other) {
        if (name.indexOf('*') < 0 && name.indexOf('[') < 0) {
            return name.equals(other);
        }
        StringBuilder pattern = new StringBuilder();
        int at = 0;
        var characters = CHARACTERS.matcher(name);
        while (characters.find()) {
            pattern.append(literal(name.substring(at, characters.start()))).append(characters.group());
            at = characters.end();
        }
        return other.matches(pattern + literal(name.substring(at)));
    }

    private static String literal(String text) {
        StringBuilder pattern = new StringBuilder();
        for (String part : text.split("(?<=\\*)|(?=\\*)", -1)) {
            pattern.append(part.equals("*") ? ".*" : Pattern.quote(part));
        }
        return pattern.toString();
    }

    /** The first of its words, and those that go with it; none where it has none. */
    List<String> words() {
        List<MatchResult> found = WORDS.matcher(remedy).results().toList();
        List<String> words = new ArrayList<>();
        int end = -1;
        for (MatchResult word : found) {
            if (end < 0 || remedy.substring(end, word.start()).equals(" ")) {
                words.add(word.group(1));
                end = word.end();
            }
        }
        return words;
    }

    /** Whether there is something to change. */
    boolean hasRemedy() {
        return !remedy.startsWith(NOTHING);
    }

    /** Whether that may gain something: not where someone tried it in vain. */
    boolean mayGain() {
        return hasRemedy() && !measured.contains(IN_VAIN);
    }

    /** The first of its words that a boot had already; null without. */
    private @Nullable String had(CommandLine words) {
        return WORDS.matcher(remedy)
                .results()
                .map(word -> word.group(1))
                .filter(words::holds)
                .findFirst()
                .orElse(null);
    }

    /** Whether it may gain something in one boot: not where that had its word already. */
    boolean mayGain(AdviceBasis grounds) {
        return mayGain() && had(grounds.commandLine()) == null;
    }

    /** The most that the remedy gains, of what one boot allows; null where that is not told. */
    @Nullable
    Long mostGainUs(AdviceBasis grounds) {
        return changes.stream()
                .map(action -> grounds.mostGainUs(action, action == Action.FASTER ? function() : ""))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private String function() {
        int module = name.indexOf('[');
        return module < 0 ? name : name.substring(0, module);
    }

    /** What to do about it in one boot: what that had of it already is said. */
    String solution(AdviceBasis grounds) {
        String had = hasRemedy() ? had(grounds.commandLine()) : null;
        return solution(grounds.version()) + (had == null ? "" : "; this boot had " + had + " already");
    }

    /** What to do, its risk, and on what it rests where that is another kernel. */
    String solution(@Nullable KernelVersion version) {
        if (!hasRemedy()) {
            return remedy.replaceFirst(NOTHING, "nothing to change").replace(WORD, "");
        }
        String lookedUp = version == null
                ? unlessOlder()
                : version.compareTo(OLDEST) < 0
                        ? "; looked up in Linux " + OLDEST.major() + "." + OLDEST.minor()
                                + ", which is newer than this one"
                        : "";
        return remedy.replace(WORD, "")
                + (risk.words.isEmpty() ? "" : " (" + risk.words + ")")
                + (mayGain() ? "" : "; where it was tried, it gained nothing")
                + lookedUp;
    }

    private String unlessOlder() {
        return from == null
                ? ""
                : "; known of Linux " + from.major() + "." + from.minor()
                        + " and newer, and the log does not name the kernel";
    }

    /** The end of a sentence that says what took how long. */
    String known() {
        return "; known of it: " + cause + ".";
    }

    /** What that rests on. */
    String reason() {
        return "Known from " + source + "." + (measured.isEmpty() ? "" : " Measured: " + measured + ".");
    }
}
