package io.bootledger.analyzer.levels;

import io.bootledger.analyzer.timeline.Initcall;
import java.util.List;
import java.util.Objects;

/**
 * What of a boot's calls decides their levels: names, tasks, and what their own lines tell. Two boots of one kernel mostly have
 * the same shape, and a serial capture holds thousands of them.
 */
final class BootShape {
    private final List<Initcall> calls;
    private final int hash;

    BootShape(List<Initcall> calls) {
        this.calls = calls;
        int sum = calls.size();
        for (Initcall call : calls) {
            sum = 31 * sum + call.function().hashCode();
        }
        this.hash = sum;
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public boolean equals(Object object) {
        if (!(object instanceof BootShape other) || other.hash != hash || other.calls.size() != calls.size()) {
            return false;
        }
        for (int at = 0; at < calls.size(); at++) {
            if (!same(calls.get(at), other.calls.get(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(Initcall one, Initcall other) {
        return one.function().equals(other.function())
                && one.level() == other.level()
                && one.levelEvidence() == other.levelEvidence()
                && Objects.equals(one.pid(), other.pid())
                && Objects.equals(one.module(), other.module())
                && Objects.equals(one.symbol().stub(), other.symbol().stub());
    }
}
