package io.bootledger.analyzer.explain;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.probes.Nesting.Parent;
import io.bootledger.analyzer.timeline.Probe;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The probes that ran directly inside an initcall. */
final class DirectProbes {
    static List<Probe> probes(BootAnalysis boot, int index) {
        Parent initcall = new Parent(Parent.Kind.INITCALL, index);
        List<@Nullable Parent> parents = boot.accounting().nesting().parents();
        List<Probe> inside = new ArrayList<>();
        for (int i = 0; i < parents.size(); i++) {
            if (initcall.equals(parents.get(i))) {
                inside.add(boot.timeline().probes().get(i));
            }
        }
        return List.copyOf(inside);
    }

    private DirectProbes() {}
}
