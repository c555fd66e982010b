package io.bootledger.fleet;

import io.bootledger.analyzer.compare.measure.BootMeasures;
import io.bootledger.analyzer.compare.measure.Environment;
import io.bootledger.analyzer.compare.measure.FailureKey;
import io.bootledger.analyzer.compare.measure.InitcallKey;
import io.bootledger.analyzer.compare.measure.Segments;
import io.bootledger.analyzer.population.Population;
import io.bootledger.analyzer.population.Population.InitcallSpread;
import io.bootledger.analyzer.population.PopulationTallies;
import io.bootledger.analyzer.population.PopulationTallies.KernelTally;
import io.bootledger.analyzer.population.PopulationTallies.SegmentTally;
import io.bootledger.analyzer.population.Spread;
import io.bootledger.traces.event.InitcallLevel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** Counts boots as {@code stats} does, but where they are: only what was counted comes to one place. */
final class FleetPopulation {
    private static final InitcallLevel[] LEVELS = InitcallLevel.values();
    private static final String CALL = "call.function, call.module, call.occurrence";

    private final SparkSession spark;

    private FleetPopulation(SparkSession spark) {
        this.spark = spark;
    }

    /** @param summaries of the boots, as a table of the fleet */
    static Population of(Dataset<Row> summaries, SparkSession spark) {
        SpreadColumn.register(spark);
        summaries.createOrReplaceTempView("summaries");
        spark.sql("SELECT *, " + FleetBoots.COMPLETE + " AS complete FROM summaries")
                .createOrReplaceTempView("all_boots");
        spark.sql("SELECT * FROM all_boots WHERE complete").createOrReplaceTempView("complete_boots");
        return new FleetPopulation(spark).population();
    }

    private List<Row> rows(String sql) {
        return spark.sql(sql).collectAsList();
    }

    private Population population() {
        Row all = rows("SELECT count(*), count_if(complete), spread(collect_list(if(complete, total_us, NULL)))"
                        + " FROM all_boots")
                .get(0);
        return new PopulationTallies(
                        Math.toIntExact(all.getLong(0)),
                        Math.toIntExact(all.getLong(1)),
                        counts("coalesce(incomplete, '" + BootMeasures.NO_SIGN_OF_INIT + "')"
                                + " FROM all_boots WHERE NOT complete"),
                        SpreadColumn.of(all, 2),
                        segments(),
                        spreads("phases_us"),
                        spreads("levels_us"),
                        initcalls(),
                        failures(),
                        counts("device FROM (SELECT explode(deferred) AS device FROM all_boots)"),
                        kernels())
                .population();
    }

    /** In how many boots each of some words stands. */
    private Map<String, Integer> counts(String words) {
        Map<String, Integer> counts = new HashMap<>();
        String sql = words.replaceFirst(" FROM ", " AS what, count(*) AS boots FROM ");
        rows("SELECT " + sql + " GROUP BY 1")
                .forEach(row -> counts.put(row.getString(0), Math.toIntExact(row.getLong(1))));
        return counts;
    }

    private Map<String, Spread> spreads(String column) {
        Map<String, Spread> spreads = new HashMap<>();
        rows("SELECT name, spread(collect_list(us)) FROM (SELECT explode(" + column
                        + ") AS (name, us) FROM complete_boots) GROUP BY name")
                .forEach(row -> spreads.put(row.getString(0), known(row, 1)));
        return spreads;
    }

    private static Spread known(Row row, int at) {
        return Objects.requireNonNull(SpreadColumn.of(row, at), "what has a name has a duration");
    }

    private List<SegmentTally> segments() {
        return rows("SELECT segment.name, sum(place - kernel), spread(collect_list(segment.us)) FROM"
                        + " (SELECT greatest(0, array_position(segments.name, '" + Segments.KERNEL
                        + "') - 1) AS kernel, posexplode(segments) AS (place, segment) FROM complete_boots)"
                        + " GROUP BY segment.name")
                .stream()
                .map(row -> new SegmentTally(row.getString(0), row.getLong(1), known(row, 2)))
                .toList();
    }

    private List<InitcallSpread> initcalls() {
        String levels = Arrays.stream(LEVELS)
                .map(level -> ", count_if(call.level = '" + level + "')")
                .collect(Collectors.joining());
        List<InitcallSpread> initcalls = new ArrayList<>();
        for (Row row : rows("SELECT " + CALL + ", count(*), spread(collect_list(call.duration_us))" + levels
                + " FROM (SELECT explode(calls) AS call FROM all_boots) GROUP BY " + CALL)) {
            int[] told = new int[LEVELS.length];
            for (int level = 0; level < told.length; level++) {
                told[level] = Math.toIntExact(row.getLong(5 + level));
            }
            initcalls.add(new InitcallSpread(
                    key(row, 0),
                    PopulationTallies.mostTold(told),
                    Math.toIntExact(row.getLong(3)),
                    SpreadColumn.of(row, 4)));
        }
        return initcalls;
    }

    private static InitcallKey key(Row row, int at) {
        return new InitcallKey(row.getString(at), row.getString(at + 1), Math.toIntExact(row.getLong(at + 2)));
    }

    private Map<FailureKey, Integer> failures() {
        Map<FailureKey, Integer> failures = new HashMap<>();
        rows("SELECT failure.kind, failure.name, failure.module, failure.error, count(*)"
                        + " FROM (SELECT explode(failures) AS failure FROM all_boots) GROUP BY 1, 2, 3, 4")
                .forEach(row -> failures.put(
                        new FailureKey(row.getString(0), row.getString(1), row.getString(2), row.getString(3)),
                        Math.toIntExact(row.getLong(4))));
        return failures;
    }

    private List<KernelTally> kernels() {
        Map<@Nullable String, Set<InitcallKey>> called = new HashMap<>();
        rows("SELECT DISTINCT kernel, " + CALL + " FROM (SELECT kernel, explode(calls) AS call FROM complete_boots)")
                .forEach(row -> called.computeIfAbsent(row.getString(0), kernel -> new HashSet<>())
                        .add(key(row, 1)));
        return rows("SELECT kernel, count(*), count_if(complete),"
                        + " spread(collect_list(if(complete, total_us, NULL))),"
                        + " collect_set(if(complete, environment['" + Environment.HANDOVER + "'], NULL))"
                        + " FROM all_boots GROUP BY kernel")
                .stream()
                .map(row -> new KernelTally(
                        row.getString(0),
                        Math.toIntExact(row.getLong(1)),
                        Math.toIntExact(row.getLong(2)),
                        SpreadColumn.of(row, 3),
                        new TreeSet<>(row.<String>getList(4)),
                        called.getOrDefault(row.getString(0), Set.of())))
                .toList();
    }
}
