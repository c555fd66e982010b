package io.bootledger.analyzer.compare.measure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The stretch of the boot that both sides recorded: from the first to the last call that both have. A call outside of it is not
 * missing on the other side, whose log begins later or ends earlier.
 */
public final class SharedStretch {
    private final Set<InitcallKey> held = new HashSet<>();

    public SharedStretch(ComparedSides sides) {
        List<InitcallKey> before = builtIn(sides.baseline().get(0));
        List<InitcallKey> after = builtIn(sides.candidate().get(0));
        hold(before, new HashSet<>(after));
        hold(after, new HashSet<>(before));
    }

    private static List<InitcallKey> builtIn(ComparedBoot boot) {
        return boot.calls().stream().filter(Called::bootThread).map(Called::key).toList();
    }

    private void hold(List<InitcallKey> calls, Set<InitcallKey> others) {
        List<Integer> common = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            if (others.contains(calls.get(i))) {
                common.add(i);
            }
        }
        if (!common.isEmpty()) {
            held.addAll(calls.subList(common.get(0), common.get(common.size() - 1) + 1));
        }
    }

    public boolean holds(InitcallKey key) {
        return held.contains(key);
    }
}
