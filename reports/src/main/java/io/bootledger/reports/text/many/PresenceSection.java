package io.bootledger.reports.text.many;

import io.bootledger.analyzer.compare.Comparison;
import io.bootledger.analyzer.compare.InitcallChange;
import io.bootledger.analyzer.compare.InitcallChange.Kind;
import io.bootledger.analyzer.compare.LevelMove;
import io.bootledger.analyzer.compare.OrderMove;
import io.bootledger.reports.DurationText;
import io.bootledger.reports.text.page.Ink;
import io.bootledger.reports.text.page.Page;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Initcalls that came, went, or moved. */
final class PresenceSection {
    private static final int NAMED = 12;

    static void write(Comparison comparison, Page page) {
        if (comparison.initcalls().isEmpty()) {
            return;
        }
        page.title("Initcalls");
        page.paragraph("", "both sides have " + comparison.only(Kind.COMMON).size() + ".", Ink.PLAIN);
        present("new", comparison.only(Kind.NEW), page);
        present("gone", comparison.only(Kind.GONE), page);
        present("not in every boot, or without a duration", comparison.only(Kind.SOMETIMES), page);
        moved("at another level", comparison.levelMoves(), PresenceSection::level, page);
        moved("in another order", comparison.orderMoves(), PresenceSection::order, page);
    }

    private static void present(String what, List<InitcallChange> changes, Page page) {
        long us = changes.stream().mapToLong(InitcallChange::size).sum();
        String cost = us == 0 ? "" : " (" + DurationText.rounded(us) + ")";
        list(changes.size() + " " + what + cost, changes, change -> change.key().toString(), page);
    }

    private static <T> void moved(String what, List<T> moves, Function<T, String> words, Page page) {
        list(moves.size() + " " + what, moves, words, page);
    }

    private static String level(LevelMove move) {
        return move.key() + " (" + move.baseline() + " -> " + move.candidate() + ")";
    }

    private static String order(OrderMove move) {
        return move.key() + " (" + move.baseline() + " -> " + move.candidate() + ")";
    }

    private static <T> void list(String what, List<T> all, Function<T, String> words, Page page) {
        if (all.isEmpty()) {
            return;
        }
        String named = all.stream().limit(NAMED).map(words).collect(Collectors.joining(", "));
        String more = all.size() > NAMED ? " and " + (all.size() - NAMED) + " more" : "";
        page.paragraph("", what + ": " + named + more, Ink.PLAIN);
    }

    private PresenceSection() {}
}
