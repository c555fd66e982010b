package io.bootledger.analyzer.explain;

import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.call.LevelEntered;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What places an initcall at its level, besides its own symbol.
 *
 * @param entered the level line before it; null without one
 * @param before the nearest earlier initcall of the boot thread whose level is beyond doubt; null without one
 * @param after the nearest later one
 */
public record LevelReason(
        @Nullable RecordedEvent entered,
        @Nullable Initcall before,
        @Nullable Initcall after) {
    static LevelReason of(List<Initcall> calls, Initcall call, List<RecordedEvent> events) {
        return new LevelReason(
                entered(call, events), certain(calls, call.ordinal() - 2, -1), certain(calls, call.ordinal(), 1));
    }

    private static @Nullable RecordedEvent entered(Initcall call, List<RecordedEvent> events) {
        RecordedEvent entered = null;
        for (RecordedEvent recorded : events) {
            boolean earlier = recorded.origin().line() <= call.line();
            entered = earlier && recorded.event() instanceof LevelEntered ? recorded : entered;
        }
        return entered;
    }

    private static @Nullable Initcall certain(List<Initcall> calls, int from, int step) {
        for (int at = from; at >= 0 && at < calls.size(); at += step) {
            Initcall call = calls.get(at);
            if (call.levelCertain() && call.level() != InitcallLevel.MODULE) {
                return call;
            }
        }
        return null;
    }
}
