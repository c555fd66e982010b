package io.bootledger.analyzer.gate;

import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.compare.measure.InitcallKey;
import io.bootledger.analyzer.phases.Phase;
import io.bootledger.analyzer.rule.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A known change put into boots, as if their kernel had it: whatever the changed part belongs to takes as much longer.
 *
 * @param what the change, for people
 * @param scope of the metric that the gate should name
 * @param id that metric
 * @param oneIn the change is in one boot of so many; 1 for all
 */
public record Injection(String what, Scope scope, String id, int oneIn, UnaryOperator<BootMeasures> change) {
    private static final String INITCALLS = Phase.Kind.INITCALLS.toString();
    private static final String CONSOLE = "console";

    /** An initcall takes so much longer: in itself, or in a probe it makes. */
    public static Injection initcall(InitcallKey key, long moreUs) {
        return new Injection(
                key + " " + added(moreUs), Scope.INITCALL, key.toString(), 1, boot -> slowed(boot, key, moreUs));
    }

    /** An initcall takes so many percent longer. */
    public static Injection initcallPercent(InitcallKey key, int percent) {
        return new Injection(key + " +" + percent + " %", Scope.INITCALL, key.toString(), 1, boot -> {
            Long us = boot.initcalls().get(key);
            return us == null ? boot : slowed(boot, key, share(us, percent));
        });
    }

    /** The boot takes so much longer as a whole, and nothing in it that is known of tells where. */
    public static Injection total(long moreUs) {
        return new Injection(
                "total " + added(moreUs),
                Scope.TOTAL,
                "total",
                1,
                boot -> boot.with(
                        boot.totalUs() == null ? null : Long.valueOf(boot.totalUs() + moreUs),
                        boot.phases(),
                        boot.levels(),
                        boot.gaps(),
                        boot.initcalls()));
    }

    /** The machine takes so many percent longer for everything. */
    public static Injection everything(int percent) {
        return new Injection(
                "everything +" + percent + " %",
                Scope.TOTAL,
                "total",
                1,
                boot -> boot.with(
                        boot.totalUs() == null ? null : Long.valueOf(boot.totalUs() + share(boot.totalUs(), percent)),
                        slower(boot.phases(), percent),
                        slower(boot.levels(), percent),
                        slower(boot.gaps(), percent),
                        slower(boot.initcalls(), percent)));
    }

    /** An initcall that no boot had is called in a level. */
    public static Injection added(String level, long us) {
        InitcallKey key = new InitcallKey("injected_init", null, 1);
        return new Injection("a new initcall of " + amount(us), Scope.INITCALL, key.toString(), 1, boot -> {
            SortedMap<InitcallKey, Long> initcalls = new TreeMap<>(boot.initcalls());
            initcalls.put(key, us);
            return longer(boot, us, INITCALLS, level, null, initcalls);
        });
    }

    /** Time passes in a level outside its initcalls. */
    public static Injection gap(String level, long us) {
        return new Injection(
                "outside initcalls in level " + level + " " + added(us),
                Scope.GAP,
                level,
                1,
                boot -> longer(boot, us, INITCALLS, level, level, boot.initcalls()));
    }

    /** Time passes before the first initcall of process 1. */
    public static Injection beforePid1(long us) {
        return new Injection("before process 1 " + added(us), Scope.GAP, BootMeasures.BEFORE_PID1, 1, boot -> {
            // The console's initcalls are called earlier: what follows them is in the phase of the initcalls.
            String phase = boot.levels().containsKey(CONSOLE) ? INITCALLS : Phase.Kind.BEFORE_INITCALLS.toString();
            return longer(boot, us, phase, null, BootMeasures.BEFORE_PID1, boot.initcalls());
        });
    }

    /** A phase without initcalls takes longer. */
    public static Injection phase(String phase, long us) {
        return new Injection(
                phase + " " + added(us),
                Scope.PHASE,
                phase,
                1,
                boot -> longer(boot, us, phase, null, null, boot.initcalls()));
    }

    /** The same change in one boot of so many. */
    public Injection inOneOf(int boots) {
        return new Injection(what + " in one boot of " + boots, scope, id, boots, change);
    }

    /** The boots with the change. */
    public List<BootMeasures> into(List<BootMeasures> boots) {
        List<BootMeasures> changed = new ArrayList<>();
        for (int i = 0; i < boots.size(); i++) {
            changed.add(i % oneIn == 0 ? change.apply(boots.get(i)) : boots.get(i));
        }
        return changed;
    }

    private static BootMeasures slowed(BootMeasures boot, InitcallKey key, long moreUs) {
        if (!boot.initcalls().containsKey(key)) {
            return boot;
        }
        SortedMap<InitcallKey, Long> initcalls = new TreeMap<>(boot.initcalls());
        initcalls.merge(key, moreUs, Long::sum);
        return key.module() == null
                ? longer(boot, moreUs, INITCALLS, boot.course().levels().get(key), null, initcalls)
                : boot.with(boot.totalUs(), boot.phases(), boot.levels(), boot.gaps(), initcalls);
    }

    private static BootMeasures longer(
            BootMeasures boot,
            long us,
            String phase,
            @Nullable String level,
            @Nullable String gap,
            SortedMap<InitcallKey, Long> initcalls) {
        return boot.with(
                boot.totalUs() == null ? null : Long.valueOf(boot.totalUs() + us),
                longer(boot.phases(), phase, us),
                longer(boot.levels(), level, us),
                longer(boot.gaps(), gap, us),
                initcalls);
    }

    private static SortedMap<String, Long> longer(SortedMap<String, Long> parts, @Nullable String part, long us) {
        SortedMap<String, Long> longer = new TreeMap<>(parts);
        if (part != null) {
            longer.computeIfPresent(part, (name, before) -> before + us);
        }
        return longer;
    }

    private static <K> SortedMap<K, Long> slower(SortedMap<K, Long> durations, int percent) {
        SortedMap<K, Long> slower = new TreeMap<>();
        durations.forEach((key, us) -> slower.put(key, us + share(us, percent)));
        return slower;
    }

    private static long share(long us, int percent) {
        return Math.round(us * percent / 100.0);
    }

    private static String added(long us) {
        return "+" + amount(us);
    }

    private static String amount(long us) {
        return us % 1_000 == 0 ? us / 1_000 + " ms" : us + " us";
    }
}
