package io.bootledger.analyzer.compare;

import io.bootledger.analyzer.compare.measure.Called;
import io.bootledger.analyzer.compare.measure.ComparedBoot;
import io.bootledger.analyzer.compare.measure.ComparedSides;
import io.bootledger.analyzer.compare.measure.InitcallKey;
import io.bootledger.analyzer.levels.CommonOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What runs elsewhere than before: of a typical boot of each side, among the built-in initcalls that both called. */
record Moves(List<LevelMove> levels, List<OrderMove> order) {
    static Moves of(ComparedSides sides) {
        List<Called> before = common(sides.baseline(), sides.candidate());
        List<Called> after = common(sides.candidate(), sides.baseline());
        Map<InitcallKey, Integer> places = new HashMap<>();
        before.forEach(call -> places.put(call.key(), places.size()));
        return new Moves(levels(before, after, places), order(after, places));
    }

    private static List<Called> common(List<ComparedBoot> side, List<ComparedBoot> other) {
        Set<InitcallKey> there = ComparedBoot.typical(other).calls().stream()
                .filter(Called::bootThread)
                .map(Called::key)
                .collect(Collectors.toCollection(HashSet::new));
        return ComparedBoot.typical(side).calls().stream()
                .filter(call -> call.bootThread() && there.contains(call.key()))
                .toList();
    }

    private static List<LevelMove> levels(List<Called> before, List<Called> after, Map<InitcallKey, Integer> places) {
        List<LevelMove> moves = new ArrayList<>();
        for (Called call : after) {
            Called earlier =
                    before.get(Objects.requireNonNull(places.get(call.key()), "both sides make the same calls"));
            boolean certain = call.levelCertain() && earlier.levelCertain();
            if (certain && call.level() != null && earlier.level() != null && call.level() != earlier.level()) {
                moves.add(new LevelMove(call.key(), earlier.level(), call.level()));
            }
        }
        return List.copyOf(moves);
    }

    private static List<OrderMove> order(List<Called> after, Map<InitcallKey, Integer> places) {
        int[] entries = after.stream().mapToInt(call -> places.get(call.key())).toArray();
        boolean[] kept = CommonOrder.kept(entries);
        List<OrderMove> moves = new ArrayList<>();
        for (int place = 0; place < kept.length; place++) {
            if (!kept[place]) {
                moves.add(new OrderMove(after.get(place).key(), entries[place] + 1, place + 1));
            }
        }
        return List.copyOf(moves);
    }
}
