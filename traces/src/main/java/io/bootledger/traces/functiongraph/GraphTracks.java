package io.bootledger.traces.functiongraph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The tracks of a trace. With {@code funcgraph-proc} each line names its task; without, the calls of a CPU are those of one task until a
 * line says that another was switched to. That a task went on on another CPU is then told by depth and name, where only one can be meant.
 */
final class GraphTracks {
    private static final int MOST = 10_000;
    private static final int IDLE = 0;

    private final Supplier<GraphTrack> making;
    private final Map<Integer, GraphTrack> tasks = new LinkedHashMap<>();
    private final Map<Integer, GraphTrack> cpus = new LinkedHashMap<>();

    /** @param making a new one */
    GraphTracks(Supplier<GraphTrack> making) {
        this.making = making;
    }

    GraphTrack of(GraphLine line) {
        if (line.pid() != null) {
            return task(line.cpu(), line.pid());
        }
        GraphTrack track = cpu(line.cpu());
        if (track.isIdle() && line.depth() > 0 && line.kind() != GraphLine.Kind.COMMENT) {
            List<GraphTrack> left = cpus.values().stream()
                    .filter(other -> other.goesOn(line) && !(other.isNamed() && track.isNamed()))
                    .distinct()
                    .toList();
            if (left.size() == 1) {
                track.takeOver(left.get(0));
            }
        }
        return track;
    }

    /** That of whatever runs on a CPU. */
    GraphTrack cpu(int cpu) {
        return find(cpus, cpu);
    }

    void switched(int cpu, int from, int to) {
        GraphTrack before = cpu(cpu);
        if (!before.isNamed() && tasks.size() < MOST) {
            before.name();
            tasks.putIfAbsent(number(cpu, from), before);
        }
        GraphTrack now = task(cpu, to);
        now.name();
        cpus.put(cpu, now);
    }

    void forEach(Consumer<GraphTrack> action) {
        Stream.concat(tasks.values().stream(), cpus.values().stream())
                .distinct()
                .forEach(action);
    }

    private GraphTrack task(int cpu, int pid) {
        return find(tasks, number(cpu, pid));
    }

    /** The idle task is one on every CPU. */
    private static int number(int cpu, int pid) {
        return pid == IDLE ? -1 - cpu : pid;
    }

    private GraphTrack find(Map<Integer, GraphTrack> tracks, int number) {
        GraphTrack track = tracks.get(number);
        if (track == null) {
            track = making.get();
            if (tracks.size() < MOST) {
                tracks.put(number, track);
            }
        }
        return track;
    }
}
