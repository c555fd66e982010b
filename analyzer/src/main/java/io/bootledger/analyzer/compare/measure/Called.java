package io.bootledger.analyzer.compare.measure;

import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.traces.event.InitcallLevel;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One call of an initcall, as far as it matters beside that of another boot.
 *
 * @param bootThread whether the kernel's own thread made it, and not the load of a module
 * @param level null when unknown
 * @param levelCertain whether the level is beyond doubt
 * @param startUs from the first record of the boot; null when unknown
 * @param durationUs null when unknown
 * @param returnValue null when it never returned, or the log does not say
 */
public record Called(
        InitcallKey key,
        boolean bootThread,
        @Nullable InitcallLevel level,
        boolean levelCertain,
        @Nullable Long startUs,
        @Nullable Long durationUs,
        @Nullable Integer returnValue) {
    static Called of(InitcallKey key, Initcall call, @Nullable Long firstUs) {
        Integer pid = call.pid();
        return new Called(
                key,
                key.module() == null && (pid == null || pid <= 1),
                call.level(),
                call.levelCertain(),
                call.startUs() == null || firstUs == null ? null : Long.valueOf(call.startUs() - firstUs),
                call.durationUs(),
                call.returnValue());
    }

    /** The calls of a boot of which only the measures were kept, built-in ones in call order. */
    static List<Called> of(BootMeasures boot) {
        Set<InitcallKey> keys = new LinkedHashSet<>(boot.course().order());
        keys.addAll(boot.initcalls().keySet());
        return keys.stream().map(key -> of(key, boot)).toList();
    }

    private static Called of(InitcallKey key, BootMeasures boot) {
        String level = boot.course().levels().get(key);
        return new Called(
                key,
                key.module() == null,
                level == null ? null : InitcallLevel.ofName(level),
                false,
                null,
                boot.initcalls().get(key),
                boot.returns().get(key));
    }
}
