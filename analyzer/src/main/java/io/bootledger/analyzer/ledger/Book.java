package io.bootledger.analyzer.ledger;

import io.bootledger.analyzer.ledger.Account.Kind;
import io.bootledger.traces.event.InitcallLevel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The open book: amounts by account. What is entered once is never taken back. */
final class Book {
    private record Heading(Kind kind, String name, @Nullable InitcallLevel level) {}

    private final Map<Heading, Long> amounts = new LinkedHashMap<>();

    /** Adds an amount to an account; nothing happens for 0. */
    void enter(Kind kind, String name, @Nullable InitcallLevel level, long us) {
        if (us < 0) {
            throw new IllegalArgumentException("negative entry on " + name + ": " + us + " us");
        }
        if (us > 0) {
            amounts.merge(new Heading(kind, name, level), us, Long::sum);
        }
    }

    List<Account> accounts() {
        return amounts.entrySet().stream()
                .map(entry -> new Account(
                        entry.getKey().kind(),
                        entry.getKey().name(),
                        entry.getKey().level(),
                        entry.getValue()))
                .toList();
    }
}
