package io.bootledger.analyzer.replay;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.phases.Phase;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.traces.event.InitcallLevel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A phase or an initcall level that a boot has reached.
 *
 * @param what its name, for people: {@code level subsys}, {@code freeing init memory}
 * @param atUs when; null in a log without time stamps
 * @param initcalls that were called before
 */
public record ReachedMilestone(String what, @Nullable Long atUs, int initcalls) {
    /**
     * What a boot has reached, in order. A level counts once an initcall is known for certain to be of it, so that nothing is taken
     * back when more is known.
     */
    public static List<ReachedMilestone> of(BootAnalysis soFar) {
        List<ReachedMilestone> reached = new ArrayList<>();
        int calls = soFar.timeline().initcalls().size();
        for (Phase phase : soFar.phases()) {
            int before = phase.kind().compareTo(Phase.Kind.INITCALLS) > 0 ? calls : 0;
            reached.add(new ReachedMilestone(phase.kind().title(), phase.startUs(), before));
            if (phase.kind() == Phase.Kind.INITCALLS) {
                addLevels(soFar.timeline().initcalls(), reached);
            }
        }
        return reached;
    }

    private static void addLevels(List<Initcall> calls, List<ReachedMilestone> reached) {
        InitcallLevel highest = null;
        for (int i = 0; i < calls.size(); i++) {
            Initcall call = calls.get(i);
            InitcallLevel level = call.levelCertain() ? call.level() : null;
            boolean higher = highest == null || level != null && level.compareTo(highest) > 0;
            if (level != null && level != InitcallLevel.MODULE && higher) {
                highest = level;
                reached.add(new ReachedMilestone("level " + level, call.startUs(), i));
            }
        }
    }
}
