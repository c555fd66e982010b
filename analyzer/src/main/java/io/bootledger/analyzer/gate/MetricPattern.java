package io.bootledger.analyzer.gate;

import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.phases.Phase;
import io.bootledger.analyzer.rule.Scope;
import io.bootledger.traces.event.InitcallLevel;
import java.util.Arrays;

/**
 * Which metrics are meant: {@code total}, {@code phase=initcalls}, {@code level=*}, {@code initcall=acpi_*}, or the last without
 * its scope; and what a verdict calls them: {@code outside initcalls in fs}, {@code until_init as a whole}.
 *
 * @param glob the name; {@code *} stands for anything
 */
public record MetricPattern(Scope scope, String glob) {
    private static final String IN_LEVEL = "outside initcalls in ";
    private static final String EARLY = "before the first initcall of process 1";
    private static final String WHOLE = " as a whole";
    /** As {@code InitcallKey} tells it, with wildcards. */
    private static final String INITCALL = "\\S+( \\[\\S+])?( #\\S+)?";

    /** @throws IllegalArgumentException with a sentence about a text that names none, or more than one */
    public static MetricPattern of(String text) {
        if (text.equals(Scope.TOTAL.toString()) || text.equals(Culprits.MACHINE)) {
            return new MetricPattern(Scope.TOTAL, Scope.TOTAL.toString());
        }
        if (text.equals(EARLY)) {
            return new MetricPattern(Scope.GAP, BootMeasures.BEFORE_PID1);
        }
        if (text.startsWith(IN_LEVEL)) {
            return new MetricPattern(Scope.GAP, text.substring(IN_LEVEL.length()));
        }
        if (text.endsWith(WHOLE)) {
            String part = text.substring(0, text.length() - WHOLE.length());
            return new MetricPattern(isLevel(part) ? Scope.LEVEL : isPhase(part) ? Scope.PHASE : Scope.OWNER, part);
        }
        int equals = text.indexOf('=');
        String name = text.substring(equals + 1);
        if (name.isBlank()) {
            throw new IllegalArgumentException(text + ": the name is missing: write level=device, or acpi_*");
        }
        return equals < 0 ? bare(name) : new MetricPattern(scope(text.substring(0, equals)), name);
    }

    /** An initcall; a phase, as no function is called like one. */
    private static MetricPattern bare(String name) {
        if (isLevel(name)) {
            throw new IllegalArgumentException(
                    name + ": a level, and what passes in it outside its initcalls, have this" + " name: write level="
                            + name + ", gap=" + name + ", or both");
        }
        if (name.equals(BootMeasures.BEFORE_PID1)) {
            return new MetricPattern(Scope.GAP, name);
        }
        if (!name.matches(INITCALL)) {
            throw new IllegalArgumentException(
                    name + ": no initcall is called like this: write its name alone, as acpi_init,"
                            + " 'init_module [usbcore]' or 'mod_init #2'");
        }
        return new MetricPattern(isPhase(name) ? Scope.PHASE : Scope.INITCALL, name);
    }

    private static boolean isLevel(String name) {
        return InitcallLevel.ofName(name) != null;
    }

    private static boolean isPhase(String name) {
        return Arrays.stream(Phase.Kind.values())
                .anyMatch(kind -> kind.toString().equals(name));
    }

    private static Scope scope(String word) {
        return Arrays.stream(Scope.values())
                .filter(scope -> scope != Scope.TOTAL && scope.toString().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(word
                        + ": there is no such metric: it is total, segment=NAME, phase=NAME, level=NAME, gap=NAME, owner=NAME or"
                        + " initcall=NAME"));
    }

    /** What people are told, so that {@link #of} knows again what it was: {@code outside initcalls in fs}. */
    public static String gap(String id) {
        return id.equals(BootMeasures.BEFORE_PID1) ? EARLY : IN_LEVEL + id;
    }

    /** The same of a phase, a level or an owner: {@code until_init as a whole}. */
    public static String whole(String id) {
        return id + WHOLE;
    }

    /** Whether this metric is meant. */
    public boolean matches(Scope other, String id) {
        return scope == other && Glob.of(glob).matches(id);
    }

    @Override
    public String toString() {
        return scope == Scope.TOTAL ? scope.toString() : scope + "=" + glob;
    }
}
