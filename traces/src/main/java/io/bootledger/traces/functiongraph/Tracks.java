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
final class Tracks {
    private static final int MOST = 10_000;
    private static final int IDLE = 0;

    private final Supplier<Track> making;
    private final Map<Integer, Track> tasks = new LinkedHashMap<>();
    private final Map<Integer, Track> cpus = new LinkedHashMap<>();

    /** @param making a new one */
    Tracks(Supplier<Track> making) {
        this.making = making;
    }

    Track of(GraphLine line) {
        if (line.pid() != null) {
            return task(line.cpu(), line.pid());
        }
        Track track = cpu(line.cpu());
        if (track.isIdle() && line.depth() > 0 && line.kind() != GraphLine.Kind.COMMENT) {
            List<Track> left = cpus.values().stream()
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
    Track cpu(int cpu) {
        return find(cpus, cpu);
    }

    void switched(int cpu, int from, int to) {
        Track before = cpu(cpu);
        if (!before.isNamed() && tasks.size() < MOST) {
            before.name();
            tasks.putIfAbsent(number(cpu, from), before);
        }
        Track now = task(cpu, to);
        now.name();
        cpus.put(cpu, now);
    }

    void forEach(Consumer<Track> action) {
        Stream.concat(tasks.values().stream(), cpus.values().stream())
                .distinct()
                .forEach(action);
    }

    private Track task(int cpu, int pid) {
        return find(tasks, number(cpu, pid));
    }

    /** The idle task is one on every CPU. */
    private static int number(int cpu, int pid) {
        return pid == IDLE ? -1 - cpu : pid;
    }

    private Track find(Map<Integer, Track> tracks, int number) {
        Track track = tracks.get(number);
        if (track == null) {
            track = making.get();
            if (tracks.size() < MOST) {
                tracks.put(number, track);
            }
        }
        return track;
    }
}
