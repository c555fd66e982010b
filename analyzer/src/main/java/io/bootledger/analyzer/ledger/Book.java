package io.bootledger.analyzer.ledger;

import io.bootledger.analyzer.ledger.Account.Kind;
import io.bootledger.analyzer.timeline.CauseEvidence;
import io.bootledger.traces.event.InitcallLevel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The open book: amounts by account. What is entered once is never taken back. */
final class Book {
    private record Heading(
            Kind kind, String name, @Nullable InitcallLevel level, CauseEvidence evidence, List<String> inside) {
        Heading account() {
            return new Heading(kind, name, level, evidence, List.of());
        }

        /** The name tells nearly all apart; to link a hash of all parts takes longer than the book of a boot. */
        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    private record Amount(long us, long doubtfulUs) {
        Amount plus(Amount other) {
            return new Amount(us + other.us, doubtfulUs + other.doubtfulUs);
        }
    }

    private final Map<Heading, Amount> amounts = new LinkedHashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private boolean inDoubt;
    private long fromLine;
    private long toLine;

    /** Whether what is entered from now on is told by stamps in doubt. */
    void doubt(boolean doubtful) {
        inDoubt = doubtful;
    }

    /** What is entered now ends with this line. */
    void reach(long line) {
        toLine = line;
    }

    /** What is entered later begins with the line that was reached. */
    void goOn() {
        fromLine = toLine;
    }

    /** Adds an amount to an account; nothing happens for 0. */
    void enter(Kind kind, String name, @Nullable InitcallLevel level, long us) {
        enter(kind, name, level, List.of(), us);
    }

    void enter(Stretch stretch, @Nullable InitcallLevel level, long us) {
        enter(new Heading(stretch.kind(), stretch.words(), level, stretch.evidence(), List.of()), us);
    }

    /** @param inside the names of what it ran inside, outermost first */
    void enter(Kind kind, String name, @Nullable InitcallLevel level, List<String> inside, long us) {
        enter(new Heading(kind, name, level, kind.evidence(), inside), us);
    }

    private void enter(Heading heading, long us) {
        if (us < 0) {
            throw new IllegalArgumentException("negative entry on " + heading.name() + ": " + us + " us");
        }
        if (us > 0) {
            amounts.merge(heading, new Amount(us, inDoubt ? us : 0), Amount::plus);
            entries.add(new Entry(
                    heading.kind(), heading.name(), heading.level(), heading.evidence(), us, fromLine, toLine));
        }
    }

    List<Entry> entries() {
        return entries;
    }

    List<Posting> postings() {
        return amounts.entrySet().stream()
                .map(entry -> posting(entry.getKey(), entry.getValue().us()))
                .toList();
    }

    private static Posting posting(Heading heading, long us) {
        return new Posting(heading.kind(), heading.name(), heading.level(), heading.inside(), us);
    }

    List<Account> accounts() {
        Map<Heading, Amount> sums = new LinkedHashMap<>();
        amounts.forEach((heading, amount) -> sums.merge(heading.account(), amount, Amount::plus));
        return sums.entrySet().stream()
                .map(entry -> new Account(
                        entry.getKey().kind(),
                        entry.getKey().name(),
                        entry.getKey().level(),
                        entry.getKey().evidence(),
                        entry.getValue().us(),
                        entry.getValue().doubtfulUs()))
                .toList();
    }
}
