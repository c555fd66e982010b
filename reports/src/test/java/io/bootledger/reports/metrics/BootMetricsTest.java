package io.bootledger.reports.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.reports.Boots;
import io.bootledger.reports.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BootMetricsTest {
    static List<Path> logs() throws IOException {
        return Samples.logs();
    }

    @ParameterizedTest
    @MethodSource("logs")
    void everyRealBootIsWellFormed(Path log) throws IOException {
        List<BootAnalysis> twice = new ArrayList<>(Samples.boots(log));
        twice.addAll(Samples.boots(log));
        assertThat(OpenMetricsReader.samples(metrics(twice))).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.bootledger.reports.html.HostileTexts#all")
    void aHostileNameIsALabelLikeAnyOther(String name) throws IOException {
        Initcall call = Boots.initcall(1, name + "\\", name, null, 0, 5L, 0);
        String text = metrics(List.of(Boots.named(name, List.of(call))));
        assertThat(OpenMetricsReader.samples(text)).isNotEmpty();
        assertThat(text.lines().filter(line -> line.startsWith("boot_initcall_duration_seconds{")))
                .hasSize(1);
    }

    @Test
    void theNumbersAreThoseOfTheBoot() throws IOException {
        assertThat(metrics(List.of(Boots.accounted(), Boots.hanging())).lines())
                .contains(
                        "boot_reached_init{boot=\"1\"} 1",
                        "boot_reached_init{boot=\"2\"} 0",
                        "boot_duration_seconds{boot=\"1\"} 3.400000",
                        "boot_level_initcalls{boot=\"1\",level=\"device\"} 2",
                        "boot_initcall_duration_seconds{boot=\"1\",ordinal=\"2\",function=\"acpi_init\",module=\"\","
                                + "level=\"subsys\"} 0.524123",
                        "boot_failures{boot=\"2\",severity=\"fatal\"} 1")
                .noneMatch(line -> line.startsWith("boot_duration_seconds{boot=\"2\"}"));
    }

    private static String metrics(List<BootAnalysis> boots) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BootMetrics metrics = BootMetrics.begin(out);
        boots.forEach(metrics::add);
        metrics.end();
        return out.toString(StandardCharsets.UTF_8);
    }
}
