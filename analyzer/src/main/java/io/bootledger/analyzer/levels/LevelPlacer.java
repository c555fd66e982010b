package io.bootledger.analyzer.levels;

import io.bootledger.analyzer.levels.known.LevelKnowledge;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.LevelEvidence;
import io.bootledger.analyzer.timeline.Timeline;
import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.symbols.SymbolTable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Places each initcall of a boot at its level, on the best evidence there is: level lines, the kernel's symbol table, the symbol in
 * the log, and for the rest what other kernels do and that levels never go back. Reusable for any number of boots of
 * one kernel; safe for use by several threads.
 */
public final class LevelPlacer {
    /** Boots of different shapes whose places are kept, the latest used. */
    private static final int MOST_REMEMBERED = 8;

    private final @Nullable TableEvidence table;
    private final Inference inference;
    private final Map<BootShape, List<Placement>> remembered = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param symbols the table of the kernel that booted; null when nobody has it
     * @param knowledge asked for only when something has to be inferred
     */
    public LevelPlacer(@Nullable SymbolTable symbols, Supplier<LevelKnowledge> knowledge) {
        this(symbols == null ? null : new TableEvidence(symbols), new Inference(knowledge));
    }

    private LevelPlacer(@Nullable TableEvidence table, Inference inference) {
        this.table = table;
        this.inference = inference;
    }

    /** The same for a kernel whose symbols are known. */
    public LevelPlacer with(SymbolTable symbols) {
        return new LevelPlacer(new TableEvidence(symbols), inference);
    }

    /**
     * The timeline with each initcall at its level.
     *
     * @param lossLines numbers of the lines where messages were lost, ascending: a level line may have been among them
     */
    public Timeline place(Timeline timeline, List<Long> lossLines) {
        List<Initcall> calls = timeline.initcalls();
        List<Placement> places = place(calls, lossLines);
        List<Initcall> placed = new ArrayList<>(calls.size());
        for (int at = 0; at < calls.size(); at++) {
            Placement place = places.get(at);
            placed.add(calls.get(at).at(place.level(), place.sync(), place.evidence(), place.certain()));
        }
        return timeline.with(List.copyOf(placed));
    }

    /**
     * The place of each call, in their order.
     *
     * @param calls in call order, with such levels as their own lines tell
     * @param lossLines numbers of the lines where messages were lost, ascending: a level line may have been among them
     */
    List<Placement> place(List<Initcall> calls, List<Long> lossLines) {
        if (!lossLines.isEmpty()) {
            return placeAnew(calls, lossLines);
        }
        BootShape shape = new BootShape(calls);
        List<Placement> placements = recall(shape);
        if (placements == null) {
            placements = placeAnew(calls, lossLines);
            remember(shape, placements);
        }
        return placements;
    }

    private @Nullable List<Placement> recall(BootShape shape) {
        synchronized (remembered) {
            return remembered.get(shape);
        }
    }

    private void remember(BootShape shape, List<Placement> placements) {
        synchronized (remembered) {
            remembered.put(shape, placements);
            if (remembered.size() > MOST_REMEMBERED) {
                remembered.remove(remembered.keySet().iterator().next());
            }
        }
    }

    private List<Placement> placeAnew(List<Initcall> calls, List<Long> lossLines) {
        List<Initcall> main =
                calls.stream().filter(call -> beside(call) == null).toList();
        Iterator<Placement> placed = placeMain(main, lossLines).iterator();
        List<Placement> placements = new ArrayList<>(calls.size());
        for (Initcall call : calls) {
            Placement beside = beside(call);
            placements.add(beside == null ? placed.next() : beside);
        }
        return placements;
    }

    /** Whether the kernel's image holds it: modules run in any task but these two, or say what they are. */
    static boolean isBuiltIn(Initcall call) {
        Integer pid = call.pid();
        return call.module() == null && (pid == null || pid <= 1);
    }

    /** The place of a call that do_initcalls does not make: a module's (any task) or the console's (pid 0). */
    private static @Nullable Placement beside(Initcall call) {
        Integer pid = call.pid();
        if (!isBuiltIn(call)) {
            return Placement.MODULE;
        }
        boolean printed = call.levelEvidence() == LevelEvidence.PRINTED;
        if (pid == null ? !printed || call.level() != InitcallLevel.CONSOLE : pid == 1) {
            return null;
        }
        return new Placement(
                InitcallLevel.CONSOLE, false, printed ? LevelEvidence.PRINTED : LevelEvidence.SYMBOL, true);
    }

    private List<Placement> placeMain(List<Initcall> main, List<Long> lossLines) {
        @Nullable
        HalfLevelBounds[] symbols = table == null
                ? new HalfLevelBounds[main.size()]
                : table.of(main.stream().map(Initcall::function).toList());
        return new MainLoop(main, PrintedBounds.of(main, lossLines), symbols).placements(inference);
    }
}
