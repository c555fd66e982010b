package io.bootledger.analyzer.levels;

import io.bootledger.analyzer.levels.known.HalfLevel;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.LevelEvidence;
import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.event.StubName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The built-in calls of kernel_init, in order, with what each kind of evidence tells of them; null where it tells nothing. */
final class MainLoop {
    private final List<Initcall> calls;
    private final @Nullable HalfLevelBounds[] printed;
    private final @Nullable HalfLevelBounds[] table;

    MainLoop(List<Initcall> calls, @Nullable HalfLevelBounds[] printed, @Nullable HalfLevelBounds[] table) {
        this.calls = calls;
        this.printed = printed;
        this.table = table;
    }

    List<Placement> placements(Inference inference) {
        Inference.Levels levels = inference.of(clues());
        List<Placement> placements = new ArrayList<>(calls.size());
        for (int at = 0; at < calls.size(); at++) {
            placements.add(placement(at, levels));
        }
        return placements;
    }

    private List<Clue> clues() {
        List<Clue> clues = new ArrayList<>(calls.size());
        for (int at = 0; at < calls.size(); at++) {
            HalfLevelBounds bounds = either(printed[at], either(table[at], either(stub(at), HalfLevelBounds.ANY)));
            clues.add(new Clue(calls.get(at).function(), bounds));
        }
        return clues;
    }

    private static HalfLevelBounds either(@Nullable HalfLevelBounds stronger, HalfLevelBounds weaker) {
        return stronger == null ? weaker : stronger.and(weaker);
    }

    private @Nullable HalfLevelBounds stub(int at) {
        StubName stub = calls.get(at).symbol().stub();
        HalfLevel half = stub == null ? null : HalfLevel.ofId(stub.levelId());
        return half == null || half.level() == InitcallLevel.CONSOLE ? null : HalfLevelBounds.at(half);
    }

    private Placement placement(int at, Inference.Levels levels) {
        HalfLevelBounds lines = printed[at];
        HalfLevelBounds symbols = table[at];
        HalfLevelBounds stub = stub(at);
        if (lines != null && lines.isOnePrintedLevel()) {
            return ofLines(lines, symbols, stub);
        }
        HalfLevel half = levels.half(at);
        if (symbols != null && half != null && symbols.allows(half.index())) {
            Boolean sync = symbols.isOneHalf() ? half.sync() : null;
            return new Placement(half.level(), sync, LevelEvidence.SYMBOLS, symbols.isOneLevel());
        }
        if (stub != null) {
            HalfLevel named = HalfLevel.of(stub.from());
            return new Placement(named.level(), named.sync(), LevelEvidence.SYMBOL, true);
        }
        return half == null
                ? Placement.UNKNOWN
                : new Placement(half.level(), levels.sync(at), LevelEvidence.INFERRED, levels.certain(at));
    }

    /** Lines tell the level; only symbols know its halves, and rootfs from fs. */
    private static Placement ofLines(
            HalfLevelBounds lines, @Nullable HalfLevelBounds symbols, @Nullable HalfLevelBounds stub) {
        HalfLevelBounds finer = symbols == null ? stub : symbols;
        InitcallLevel level = lines.lowest();
        if (finer == null || !lines.allows(finer.from()) || !lines.allows(finer.to())) {
            return new Placement(level, null, LevelEvidence.PRINTED, true);
        }
        Boolean sync = finer.isOneHalf() ? HalfLevel.of(finer.from()).sync() : null;
        if (finer.isOneLevel() && finer.lowest() != level) {
            return new Placement(
                    finer.lowest(), sync, symbols == null ? LevelEvidence.SYMBOL : LevelEvidence.SYMBOLS, true);
        }
        return new Placement(level, sync, LevelEvidence.PRINTED, true);
    }
}
