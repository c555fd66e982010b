package io.bootledger.analyzer.compare;

import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.compare.measure.InitcallKey;
import io.bootledger.analyzer.knowledge.CodeOrigins;
import io.bootledger.traces.event.InitcallLevel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for the initcalls of boots that are held against each other. An initcall has one owner in all of them, whatever their
 * kernels: the one that the newest known kernel names, so that a section that was renamed is no difference.
 */
public final class Owners {
    private final Map<InitcallKey, Optional<String>> owners = new HashMap<>();
    private final Map<String, InitcallKey> named = new HashMap<>();
    private final List<BootMeasures> boots;
    private @Nullable CodeOrigins origins;

    private Owners(List<BootMeasures> boots) {
        this.boots = boots;
    }

    /** Nothing is looked up before it is asked for. */
    public static Owners of(List<BootMeasures> baseline, List<BootMeasures> candidate) {
        List<BootMeasures> boots = new ArrayList<>(candidate);
        boots.addAll(baseline);
        return new Owners(boots);
    }

    /** The section of MAINTAINERS; null when nobody knows. */
    public @Nullable String of(InitcallKey initcall) {
        return owners.computeIfAbsent(initcall, this::found).orElse(null);
    }

    /** The same of an initcall as people read its name; null too where no boot has it. */
    public @Nullable String of(String initcall) {
        if (named.isEmpty()) {
            boots.forEach(boot -> boot.initcalls().keySet().forEach(key -> named.putIfAbsent(key.toString(), key)));
        }
        InitcallKey key = named.get(initcall);
        return key == null ? null : of(key);
    }

    private Optional<String> found(InitcallKey initcall) {
        if (origins == null) {
            origins = CodeOrigins.of(
                    boots.stream()
                            .flatMap(boot -> boot.initcalls().keySet().stream())
                            .map(InitcallKey::function)
                            .distinct(),
                    null);
        }
        InitcallLevel level = boots.stream()
                .map(boot -> boot.course().levels().get(initcall))
                .filter(name -> name != null)
                .findFirst()
                .map(InitcallLevel::ofName)
                .orElse(null);
        return Optional.ofNullable(
                origins.of(initcall.function(), initcall.module(), level).owner());
    }

    /** How long the initcalls of each owner took in a boot, in microseconds. */
    public SortedMap<String, Long> durations(BootMeasures boot) {
        SortedMap<String, Long> durations = new TreeMap<>();
        boot.initcalls().forEach((initcall, us) -> {
            String owner = of(initcall);
            if (owner != null) {
                durations.merge(owner, us, Long::sum);
            }
        });
        return durations;
    }
}
