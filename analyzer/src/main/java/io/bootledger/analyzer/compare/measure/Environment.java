package io.bootledger.analyzer.compare.measure;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.phases.Handover;
import io.bootledger.analyzer.reading.CommandLine;
import io.bootledger.analyzer.reading.Kernel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What must be alike for the durations of two boots to be comparable: the machine, its clock, the milestone up to which they
 * are counted, and the words of the command line that change what measuring costs.
 */
public final class Environment {
    /** A noisy host may make single boots choose another clock: here the majority speaks. */
    private static final String CLOCK = "clocksource";

    /** By which milestone a boot counts as handed over: totals that end at different ones are of different things. */
    public static final String HANDOVER = "handover";

    private static final List<String> FLAGS = List.of("initcall_debug", "quiet", "debug", "ignore_loglevel");
    private static final List<String> VALUES = List.of("console", "loglevel", "maxcpus", "nr_cpus", "log_buf_len");
    private static final String MACHINE = "machine";

    /** The names of all that must be alike, in the order of the alphabet. */
    public static final List<String> KEYS = Stream.of(List.of(CLOCK, HANDOVER, MACHINE), FLAGS, VALUES)
            .flatMap(List::stream)
            .sorted()
            .toList();

    /**
     * Something that is not alike.
     *
     * @param key what: {@code console}
     * @param baseline the values of the baseline boots
     * @param candidate the values of the candidate boots
     */
    public record Difference(String key, List<String> baseline, List<String> candidate) {}

    static SortedMap<String, String> of(BootAnalysis boot) {
        Kernel kernel = boot.kernel();
        SortedMap<String, String> environment = new TreeMap<>();
        Handover handover = boot.milestones().handover();
        if (boot.totalUs() != null && handover != null) {
            environment.put(HANDOVER, handover.milestone().toString());
        }
        if (kernel.machine() != null) {
            environment.put(MACHINE, kernel.machine());
        }
        if (kernel.clocksource() != null) {
            // The same counter, before and after it was calibrated against another (arch/x86/kernel/tsc.c): which of
            // them
            // the log shows last depends on where it ends.
            environment.put(CLOCK, kernel.clocksource().replaceFirst("-early$", ""));
        }
        if (kernel.commandLine() != null) {
            CommandLine line = CommandLine.of(kernel);
            FLAGS.forEach(flag -> environment.put(flag, line.hasFlag(flag) ? "on" : "off"));
            VALUES.forEach(name -> environment.put(name, values(line, name)));
        }
        return environment;
    }

    /** All values: a kernel may have several consoles. */
    private static String values(CommandLine line, String name) {
        String all = line.words().stream()
                .filter(word -> word.startsWith(name + "="))
                .map(word -> word.substring(name.length() + 1))
                .collect(Collectors.joining(" "));
        return all.isEmpty() ? "default" : all;
    }

    /** What is not alike between two sets of boots, by name. What a log does not tell is no difference. */
    public static List<Difference> differences(List<BootMeasures> baseline, List<BootMeasures> candidate) {
        return between(environments(baseline), environments(candidate));
    }

    private static List<SortedMap<String, String>> environments(List<BootMeasures> boots) {
        return boots.stream().map(BootMeasures::environment).toList();
    }

    /** The same for the environments of the boots. */
    public static List<Difference> between(
            List<SortedMap<String, String>> baseline, List<SortedMap<String, String>> candidate) {
        SortedSet<String> keys = new TreeSet<>();
        baseline.forEach(environment -> keys.addAll(environment.keySet()));
        List<Difference> differences = new ArrayList<>();
        for (String key : keys) {
            List<String> before = values(baseline, key);
            List<String> after = values(candidate, key);
            boolean mixed = key.equals(HANDOVER) && before.size() > 1;
            if (!before.isEmpty() && !after.isEmpty() && (mixed || !before.equals(after))) {
                differences.add(new Difference(key, before, after));
            }
        }
        return differences;
    }

    /** By which milestones these boots count as handed over, in the order of names. */
    public static List<String> handovers(Stream<SortedMap<String, String>> environments) {
        return values(environments.toList(), HANDOVER);
    }

    private static List<String> values(List<SortedMap<String, String>> environments, String key) {
        List<String> all = environments.stream()
                .map(environment -> environment.get(key))
                .filter(value -> value != null)
                .sorted()
                .toList();
        return key.equals(CLOCK) ? mostFrequent(all) : all.stream().distinct().toList();
    }

    private static List<String> mostFrequent(List<String> values) {
        Map<String, Long> counts = values.stream()
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(entry -> List.of(entry.getKey()))
                .orElse(List.of());
    }

    private Environment() {}
}
