package io.bootledger.cli.gate;

import io.bootledger.analyzer.compare.Comparison;
import io.bootledger.analyzer.gate.GateResult;
import io.bootledger.cli.output.Messages;
import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.cli.process.TextFiles;
import io.bootledger.reports.gate.GateAnnotations;
import io.bootledger.reports.gate.GateJson;
import io.bootledger.reports.gate.GateJunit;
import io.bootledger.reports.gate.GateKtap;
import io.bootledger.reports.gate.GateLava;
import io.bootledger.reports.gate.GateMarkdown;
import io.bootledger.reports.gate.GateOpenMetrics;
import io.bootledger.reports.gate.GateOutputs;
import io.bootledger.reports.gate.GateText;
import io.bootledger.reports.html.ComparisonPage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a gate's verdict goes. */
final class GateReports {
    @Option(names = "--json", paramLabel = "FILE", description = "Write the verdict as JSON; - is standard output.")
    private @Nullable String json;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write it as JUnit XML.")
    private @Nullable String junit;

    @Option(
            names = "--markdown",
            paramLabel = "FILE",
            description = "Write it as Markdown for a pull request; - is standard output.")
    private @Nullable String markdown;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Write a page with the verdict, and both sides beside each other as compare shows them.")
    private @Nullable String html;

    @Option(
            names = {"--metrics", "--gitlab-metrics"},
            paramLabel = "FILE",
            description = "Write the numbers as OpenMetrics text, which GitLab shows in merge requests.")
    private @Nullable String metrics;

    @Option(
            names = "--lava",
            paramLabel = "FILE",
            description = "Write it as signals of a LAVA test; - is standard output.")
    private @Nullable String lava;

    @Option(names = "--ktap", paramLabel = "FILE", description = "Write it as KTAP, as the kernel's own tests do.")
    private @Nullable String ktap;

    @Option(
            names = "--github",
            description =
                    "Print GitHub annotations after the verdict; in a workflow also add to the summary of the run, "
                            + "and set the outputs verdict, delta_ms, delta_pct and top_culprit.")
    private boolean github;

    void refuseTwoOnStandardOutput() {
        List<String> options = onStandardOutput();
        if (github && !options.isEmpty()) {
            options.add("--github");
        }
        if (options.size() > 1) {
            throw CommandFailure.usage(
                    String.join(" and ", options) + " would both go to standard output: give one a file");
        }
    }

    void refuseUnwritable() {
        places().values().stream()
                .filter(place -> !place.equals(TextFiles.STANDARD_OUTPUT))
                .forEach(TextFiles::refuseUnwritable);
    }

    private List<String> onStandardOutput() {
        return new ArrayList<>(places().entrySet().stream()
                .filter(report -> report.getValue().equals(TextFiles.STANDARD_OUTPUT))
                .map(report -> report.getKey() + " -")
                .toList());
    }

    /** The reports that are asked for, by option. */
    private Map<String, String> places() {
        Map<String, String> places = new LinkedHashMap<>();
        add(places, "--json", json);
        add(places, "--junit", junit);
        add(places, "--markdown", markdown);
        add(places, "--html", html);
        add(places, "--metrics", metrics);
        add(places, "--lava", lava);
        add(places, "--ktap", ktap);
        return places;
    }

    private static void add(Map<String, String> places, String option, @Nullable String place) {
        if (place != null) {
            places.put(option, place);
        }
    }

    /** @param comparison the same boots beside each other, for the page */
    void write(GateResult result, int exitCode, Supplier<Comparison> comparison, Surroundings here, Messages messages) {
        TextFiles files = new TextFiles(here);
        // First of all: whatever becomes of the files, the verdict is told.
        if (onStandardOutput().isEmpty()) {
            files.write(TextFiles.STANDARD_OUTPUT, GateText.of(result) + (github ? GateAnnotations.of(result) : ""));
        } else {
            messages.say(GateText.of(result).lines().findFirst().orElseThrow());
        }
        files.write(json, GateJson.of(result, exitCode));
        files.write(junit, GateJunit.of(result));
        if (html != null) {
            files.write(html, ComparisonPage.of(comparison.get(), result));
        }
        files.write(markdown, GateMarkdown.of(result));
        files.write(metrics, GateOpenMetrics.of(result, exitCode));
        files.write(lava, GateLava.of(result));
        files.write(ktap, GateKtap.of(result));
        if (github && onStandardOutput().isEmpty()) {
            files.append(here.environment().get("GITHUB_OUTPUT"), GateOutputs.of(result));
            files.append(here.environment().get("GITHUB_STEP_SUMMARY"), GateMarkdown.of(result));
        }
    }
}
