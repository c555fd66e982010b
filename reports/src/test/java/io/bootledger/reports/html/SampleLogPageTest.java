package io.bootledger.reports.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.BootAnalyzer;
import io.bootledger.analyzer.excerpt.ExcerptBounds;
import io.bootledger.analyzer.excerpt.LogExcerpt;
import io.bootledger.analyzer.excerpt.LogExcerptProjection;
import io.bootledger.analyzer.failures.Failure;
import io.bootledger.analyzer.reading.Diagnostic;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Probe;
import io.bootledger.reports.Samples;
import io.bootledger.traces.format.LogReader;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleLogPageTest {
    static List<Path> logs() throws IOException {
        return Samples.logs();
    }

    @ParameterizedTest
    @MethodSource("logs")
    void everyRowOfARealBootOpensLinesThatThePageHolds(Path log) throws IOException {
        LogExcerptProjection excerpt = new LogExcerptProjection(ExcerptBounds.REPORT);
        BootAnalyzer analyzer =
                new BootAnalyzer("sample", AnalysisOptions.LOG_ONLY, boot -> check(boot, excerpt.view()));
        LogReader.read(LogSource.file(log), ReadingOptions.EVERYTHING, event -> {
            excerpt.apply(event);
            analyzer.accept(event);
        });
    }

    private static void check(BootAnalysis boot, LogExcerpt excerpt) {
        Set<Long> held = excerpt.lines().stream().map(LogExcerpt.Line::number).collect(Collectors.toSet());
        assertThat(held).containsAll(lines(boot));
        assertThat(page(boot, excerpt)).hasSizeLessThan(2_000_000);
    }

    private static List<Long> lines(BootAnalysis boot) {
        return Stream.of(
                        boot.timeline().initcalls().stream().map(Initcall::line),
                        boot.timeline().initcalls().stream().map(Initcall::endLine),
                        boot.timeline().probes().stream().map(Probe::line),
                        boot.failures().stream().map(Failure::line),
                        boot.failures().stream()
                                .flatMap(each -> each.nearby().stream())
                                .map(Failure.Nearby::line),
                        boot.advice().stream().flatMap(each -> each.lines().stream()),
                        boot.diagnostics().stream().map(Diagnostic::line))
                .flatMap(each -> each)
                .filter(Objects::nonNull)
                .toList();
    }

    private static String page(BootAnalysis boot, LogExcerpt excerpt) {
        HtmlReport report = new HtmlReport();
        report.add(boot, excerpt);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            report.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(UTF_8);
    }
}
