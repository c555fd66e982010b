package io.bootledger.analyzer.ledger;

import io.bootledger.analyzer.ledger.Account.Kind;
import io.bootledger.traces.event.InitcallLevel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The open book: amounts by account. What is entered once is never taken back. */
final class Book {
    private record Heading(Kind kind, String name, @Nullable InitcallLevel level, List<String> inside) {}

    private final Map<Heading, Long> amounts = new LinkedHashMap<>();

    /** Adds an amount to an account; nothing happens for 0. */
    void enter(Kind kind, String name, @Nullable InitcallLevel level, long us) {
        enter(kind, name, level, List.of(), us);
    }

    /** @param inside the names of what it ran inside, outermost first */
    void enter(Kind kind, String name, @Nullable InitcallLevel level, List<String> inside, long us) {
        if (us < 0) {
            throw new IllegalArgumentException("negative entry on " + name + ": " + us + " us");
        }
        if (us > 0) {
            amounts.merge(new Heading(kind, name, level, inside), us, Long::sum);
        }
    }

    List<Posting> postings() {
        return amounts.entrySet().stream()
                .map(entry -> posting(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Posting posting(Heading heading, long us) {
        return new Posting(heading.kind(), heading.name(), heading.level(), heading.inside(), us);
    }

    List<Account> accounts() {
        Map<Heading, Long> sums = new LinkedHashMap<>();
        amounts.forEach((heading, us) ->
                sums.merge(new Heading(heading.kind(), heading.name(), heading.level(), List.of()), us, Long::sum));
        return sums.entrySet().stream()
                .map(entry -> new Account(
                        entry.getKey().kind(),
                        entry.getKey().name(),
                        entry.getKey().level(),
                        entry.getValue()))
                .toList();
    }
}
