package io.bootledger.fuzz;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.fuzz.input.Input;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was done, counted. */
final class Tally {
    private final Map<Input.Kind, Long> kinds = new EnumMap<>(Input.Kind.class);
    private final Map<Depth, Long> depths = new EnumMap<>(Depth.class);
    private volatile long inputs;
    private long bytes;
    private long boots;
    private long initcalls;

    void input(Input input, Depth depth) {
        inputs = inputs + 1;
        bytes += input.bytes().length;
        kinds.merge(input.kind(), 1L, Long::sum);
        depths.merge(depth, 1L, Long::sum);
    }

    void boots(List<BootAnalysis> found) {
        boots += found.size();
        found.forEach(boot -> initcalls += boot.timeline().initcalls().size());
    }

    long inputs() {
        return inputs;
    }

    @Override
    public String toString() {
        return inputs + " inputs (" + kinds + ", " + depths + "), " + bytes + " bytes, " + boots + " boots, "
                + initcalls + " initcalls";
    }
}
