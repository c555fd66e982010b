package io.bootledger.analyzer.ledger;

import io.bootledger.analyzer.knowledge.CodeOrigins;
import io.bootledger.analyzer.knowledge.Maintainers;
import io.bootledger.analyzer.ledger.Account.Kind;
import io.bootledger.analyzer.probes.Nesting;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Timeline;
import io.bootledger.traces.symbols.SymbolTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Groups the accounts of initcalls and probes. Each such account is in one group, so the groups add up to those accounts. */
public final class RollUps {
    private static final String UNPLACED = "unplaced";
    private static final String UNKNOWN = "unknown";

    private RollUps() {}

    /** By level, in the kernel's order; what has no level is {@code unplaced}, and last. */
    public static List<RollUp> byLevel(Ledger ledger) {
        List<Account> inOrder = new ArrayList<>(calls(ledger));
        inOrder.sort(Comparator.comparing(Account::level, Comparator.nullsLast(Comparator.naturalOrder())));
        return sums(groups(
                inOrder,
                account -> account.level() == null ? UNPLACED : account.level().toString()));
    }

    /**
     * By subsystem, the largest first: the module that the kernel's build gives the function to (KBUILD_MODNAME), where the log or
     * the symbols name it, else the first telling word of its name. A probe belongs to the initcall in which the device was first
     * probed.
     *
     * @param symbols null when nobody has them
     */
    public static List<RollUp> bySubsystem(
            Ledger ledger, Timeline timeline, Nesting nesting, @Nullable SymbolTable symbols) {
        return largestFirst(sums(accountsBySubsystem(ledger, timeline, nesting, symbols)));
    }

    /** The accounts that each of these groups is made of. */
    public static Map<String, List<Account>> accountsBySubsystem(
            Ledger ledger, Timeline timeline, Nesting nesting, @Nullable SymbolTable symbols) {
        Map<String, String> modules = modules(timeline, symbols);
        Map<String, String> registrars = registrars(timeline, nesting);
        return groups(calls(ledger), account -> {
            String function = account.kind() == Kind.INITCALL
                    ? account.name()
                    : registrars.getOrDefault(account.name(), account.name());
            String module = modules.get(function);
            return module != null ? module : Subsystem.of(function);
        });
    }

    /**
     * By who answers for the code, the largest first; {@code unknown} where nothing tells. A probe belongs to the initcall in which
     * the device was first probed.
     *
     * @param maintainers null when nobody has the file
     */
    public static List<OwnedTime> byOwner(
            Ledger ledger, Timeline timeline, Nesting nesting, CodeOrigins origins, @Nullable Maintainers maintainers) {
        return largestFirst(sums(accountsByOwner(ledger, timeline, nesting, origins))).stream()
                .map(group -> new OwnedTime(
                        group.name(),
                        group.us(),
                        group.doubtfulUs(),
                        maintainers == null ? List.of() : maintainers.people(group.name())))
                .toList();
    }

    /** The accounts that each owner's time is the sum of. */
    public static Map<String, List<Account>> accountsByOwner(
            Ledger ledger, Timeline timeline, Nesting nesting, CodeOrigins origins) {
        Map<String, String> registrars = registrars(timeline, nesting);
        return groups(calls(ledger), account -> {
            boolean probe = account.kind() == Kind.PROBE;
            String function = probe ? registrars.getOrDefault(account.name(), "") : account.name();
            String owner =
                    origins.of(function, null, probe ? null : account.level()).owner();
            return owner == null ? UNKNOWN : owner;
        });
    }

    private static List<RollUp> largestFirst(List<RollUp> groups) {
        return groups.stream()
                .sorted(Comparator.comparingLong(RollUp::us).reversed().thenComparing(RollUp::name))
                .toList();
    }

    private static List<Account> calls(Ledger ledger) {
        return ledger.accounts().stream()
                .filter(account -> account.kind() == Kind.INITCALL || account.kind() == Kind.PROBE)
                .toList();
    }

    private static Map<String, List<Account>> groups(List<Account> accounts, Function<Account, String> group) {
        return accounts.stream().collect(Collectors.groupingBy(group, LinkedHashMap::new, Collectors.toList()));
    }

    private static List<RollUp> sums(Map<String, List<Account>> groups) {
        return groups.entrySet().stream()
                .map(group -> group.getValue().stream()
                        .map(account -> new RollUp(group.getKey(), account.us(), account.doubtfulUs()))
                        .reduce(new RollUp(group.getKey(), 0, 0), RollUp::plus))
                .toList();
    }

    /** The module of each function of which only one module is known. */
    private static Map<String, String> modules(Timeline timeline, @Nullable SymbolTable symbols) {
        Map<String, String> modules = new HashMap<>();
        for (Initcall call : timeline.initcalls()) {
            if (call.symbol().stub() != null) {
                note(call.function(), call.symbol().stub().module(), modules);
            }
        }
        if (symbols != null) {
            symbols.entries().stream()
                    .filter(entry -> entry.module() != null)
                    .forEach(entry -> note(entry.function(), entry.module(), modules));
        }
        modules.values().removeIf(String::isEmpty);
        return modules;
    }

    private static void note(String function, String module, Map<String, String> modules) {
        modules.merge(function, module, (one, other) -> one.equals(other) ? one : "");
    }

    /** The function of the initcall in which each device was first probed. */
    private static Map<String, String> registrars(Timeline timeline, Nesting nesting) {
        Map<String, String> registrars = new HashMap<>();
        List<List<String>> enclosing = nesting.enclosing(timeline);
        for (int i = 0; i < timeline.probes().size(); i++) {
            if (!enclosing.get(i).isEmpty()) {
                registrars.putIfAbsent(
                        timeline.probes().get(i).device(), enclosing.get(i).get(0));
            }
        }
        return registrars;
    }
}
