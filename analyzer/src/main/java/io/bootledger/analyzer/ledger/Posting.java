package io.bootledger.analyzer.ledger;

import io.bootledger.traces.event.InitcallLevel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was booked on an account, by what it ran inside: an account divided once more, as for a flame graph.
 *
 * @param inside the names of the initcall and of the probes it ran inside, outermost first; only a probe has any
 */
public record Posting(
        Account.Kind kind, String name, @Nullable InitcallLevel level, List<String> inside, long us) {
    public Posting {
        inside = List.copyOf(inside);
    }

    static Posting of(Account account) {
        return new Posting(account.kind(), account.name(), account.level(), List.of(), account.us());
    }
}
