package io.bootledger.readmodels;

import io.bootledger.analyzer.gate.Glob;
import io.bootledger.traces.store.BootHeader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Selects boots by what their headers say: {@code kernel=6.1*}, {@code machine=QEMU*}, {@code log=lab/*}, {@code tag.board=x}.
 * In a value {@code *} stands for anything. What a header does not say, no value selects.
 */
public final class BootFilter implements Predicate<BootHeader> {
    /** Selects every boot. */
    public static final BootFilter ALL = new BootFilter(boot -> true);

    private static final String TAG = "tag.";
    private static final Map<String, Function<BootHeader, @Nullable String>> FACTS = new LinkedHashMap<>();

    static {
        FACTS.put("kernel", BootHeader::kernel);
        FACTS.put("machine", BootHeader::machine);
        FACTS.put("log", boot -> boot.origin().log());
    }

    private final Predicate<BootHeader> conditions;

    private BootFilter(Predicate<BootHeader> conditions) {
        this.conditions = conditions;
    }

    /**
     * Selects the boots that fulfil all these conditions.
     *
     * @param conditions each {@code key=value}
     * @throws IllegalArgumentException with a sentence about the condition that is none
     */
    public static BootFilter of(List<String> conditions) {
        Predicate<BootHeader> all = boot -> true;
        for (String condition : conditions) {
            all = all.and(condition(condition));
        }
        return new BootFilter(all);
    }

    private static Predicate<BootHeader> condition(String text) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException(text + ": write it as key=value, for example kernel=6.1*");
        }
        Function<BootHeader, @Nullable String> fact = fact(text.substring(0, equals));
        Glob value = Glob.of(text.substring(equals + 1));
        return boot -> {
            String said = fact.apply(boot);
            return said != null && value.matches(said);
        };
    }

    /**
     * What headers say under a key; null where one does not say it.
     *
     * @throws IllegalArgumentException with a sentence about a key that is none
     */
    public static Function<BootHeader, @Nullable String> fact(String key) {
        if (key.startsWith(TAG) && key.length() > TAG.length()) {
            String tag = key.substring(TAG.length());
            return boot -> boot.origin().tags().get(tag);
        }
        Function<BootHeader, @Nullable String> fact = FACTS.get(key);
        if (fact == null) {
            throw new IllegalArgumentException(
                    key + ": there is no such key, only " + String.join(", ", FACTS.keySet()) + " and tag.NAME");
        }
        return fact;
    }

    @Override
    public boolean test(BootHeader boot) {
        return conditions.test(boot);
    }
}
