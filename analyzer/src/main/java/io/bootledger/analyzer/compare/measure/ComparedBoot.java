package io.bootledger.analyzer.compare.measure;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.ledger.Account;
import io.bootledger.analyzer.ledger.Ledger;
import io.bootledger.analyzer.probes.Deferral;
import io.bootledger.analyzer.reading.Kernel;
import io.bootledger.analyzer.statistics.Median;
import io.bootledger.analyzer.timeline.Initcall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One boot beside others: its measures, and what tells people what it did.
 *
 * @param outside time of the boot thread outside initcalls, in microseconds by what it was spent on; empty without time stamps
 * @param calls in call order
 * @param deferrals devices whose probe was put off
 */
public record ComparedBoot(
        BootMeasures measures, Kernel kernel, Map<String, Long> outside, List<Called> calls, List<Deferral> deferrals) {
    /** Accounts that are no initcall's: what else the ledger holds is gaps, which no name is worth. */
    private static final Set<Account.Kind> NAMED = EnumSet.complementOf(
            EnumSet.of(Account.Kind.INITCALL, Account.Kind.PROBE, Account.Kind.GAP, Account.Kind.UNKNOWN));

    public ComparedBoot {
        outside = Map.copyOf(outside);
        calls = List.copyOf(calls);
        deferrals = List.copyOf(deferrals);
    }

    public static ComparedBoot of(BootAnalysis boot) {
        List<Initcall> initcalls = boot.timeline().initcalls();
        List<InitcallKey> keys = InitcallKey.of(initcalls);
        List<Called> calls = new ArrayList<>(keys.size());
        for (int i = 0; i < keys.size(); i++) {
            calls.add(Called.of(keys.get(i), initcalls.get(i), boot.milestones().firstUs()));
        }
        return new ComparedBoot(
                BootMeasures.of(boot),
                boot.kernel(),
                outside(boot.accounting().ledger()),
                calls,
                boot.accounting().deferrals());
    }

    /** A boot of which only the measures were kept: when things ran is not known. */
    public static ComparedBoot of(BootMeasures measures) {
        return new ComparedBoot(
                measures,
                new Kernel(null, measures.environment().get("machine"), null),
                measures.outside(),
                Called.of(measures),
                List.of());
    }

    /** A log without a boot. */
    public static ComparedBoot unknown(String boot, String why) {
        return new ComparedBoot(
                BootMeasures.unknown(boot, why), new Kernel(null, null, null), Map.of(), List.of(), List.of());
    }

    private static Map<String, Long> outside(@Nullable Ledger ledger) {
        Map<String, Long> outside = new TreeMap<>();
        if (ledger != null) {
            ledger.accounts().stream()
                    .filter(account -> NAMED.contains(account.kind()))
                    .forEach(account -> outside.merge(account.name(), account.us(), Long::sum));
        }
        return outside;
    }

    /** The one whose total is nearest the median; the first where totals are not known. */
    public static ComparedBoot typical(List<ComparedBoot> boots) {
        if (!boots.stream().allMatch(ComparedBoot::isWhole)) {
            return boots.get(0);
        }
        double median = Median.of(boots.stream()
                .mapToDouble(boot -> boot.measures().knownTotalUs())
                .toArray());
        return boots.stream()
                .min(Comparator.comparingDouble(boot -> Math.abs(boot.measures().knownTotalUs() - median)))
                .orElseThrow();
    }

    /** What it took from power-on to login. */
    public Segments segments() {
        return measures.segments();
    }

    /** Whether its total can be compared. */
    public boolean isWhole() {
        return measures.incomplete() == null && measures.totalUs() != null;
    }
}
