package io.bootledger.analyzer.waits;

import io.bootledger.analyzer.timeline.CauseEvidence;
import io.bootledger.traces.event.KernelVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The init functions that are known to wait, by rule: {@code waiters.tsv}, a row for each function and range of kernels. Rows come from
 * kernel sources, lower bounds from boots that the scheduler's events were recorded of; docs/causes.md tells which.
 */
final class Waiters {
    private static final Waiters SHIPPED = new Waiters(rows());

    private final Map<String, List<Waiter>> byRuleAndFunction = new HashMap<>();

    private Waiters(List<String> rows) {
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split("\t", -1);
            KernelRange kernels = new KernelRange(version(cells[2]), version(cells[3]));
            CauseEvidence word = CauseEvidence.valueOf(cells[5].toUpperCase(Locale.ROOT));
            byRuleAndFunction
                    .computeIfAbsent(key(cells[0], cells[1]), key -> new ArrayList<>())
                    .add(new Waiter(kernels, Integer.parseInt(cells[4]), word, cells[6]));
        }
    }

    static Waiters shipped() {
        return SHIPPED;
    }

    /** What a rule knows of a function in a kernel; null when it does not wait there as far as is known. */
    @Nullable
    Waiter find(String rule, String function, @Nullable KernelVersion version) {
        return byRuleAndFunction.getOrDefault(key(rule, function), List.of()).stream()
                .filter(waiter -> waiter.kernels().holds(version))
                .findFirst()
                .orElse(null);
    }

    /** Whether a rule knows a function in any kernel. */
    boolean knows(String rule, String function) {
        return byRuleAndFunction.containsKey(key(rule, function));
    }

    /** All functions that some rule knows. */
    Set<String> functions() {
        return byRuleAndFunction.keySet().stream()
                .map(key -> key.substring(key.indexOf(' ') + 1))
                .collect(Collectors.toSet());
    }

    private static String key(String rule, String function) {
        return rule + " " + function;
    }

    private static @Nullable KernelVersion version(String cell) {
        return cell.isEmpty() ? null : KernelVersion.of(cell);
    }

    private static List<String> rows() {
        try (InputStream table = Waiters.class.getResourceAsStream("waiters.tsv")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
