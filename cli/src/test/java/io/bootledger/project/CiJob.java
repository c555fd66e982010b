package io.bootledger.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A CI job that runs in an empty directory as a runner would run it: expressions replaced by their values, each script by bash.
 * Bootledger is installed beside, its launcher replaced by one that runs the classes under test.
 */
public final class CiJob {
    private final Path installed;
    private final Path directory;
    private final Map<String, String> environment = new LinkedHashMap<>();

    /** What a script said. */
    public record Ended(int exitCode, String output) {}

    public CiJob(Path place) throws IOException {
        installed = Files.createDirectories(place.resolve("installed at/bootledger"));
        directory = Files.createDirectories(place.resolve("the build"));
        Path templates = Files.createDirectories(installed.resolve("templates/gate"));
        for (String script : List.of("run.sh", "fetch.sh")) {
            Files.copy(Checkout.path("templates/gate/" + script), templates.resolve(script));
        }
        Path launcher = Files.writeString(
                installed.resolve("bootledger"), """
                #!/bin/sh
                exec '%s/bin/java' -XX:TieredStopAtLevel=1 -cp '%s' io.bootledger.cli.Bootledger "$@"
                """.formatted(System.getProperty("java.home"), classes()));
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** The classes of this test, wherever Maven put them. */
    private static String classes() {
        return Stream.of("jdk.module.path", "java.class.path")
                .map(property -> System.getProperty(property, ""))
                .filter(path -> !path.isEmpty())
                .collect(Collectors.joining(":"));
    }

    /** The documents of a YAML file. */
    static List<JsonNode> yaml(String file) {
        try (MappingIterator<JsonNode> documents =
                new YAMLMapper().readerFor(JsonNode.class).readValues(Checkout.text(file))) {
            return documents.readAll();
        }
    }

    /** Replaces expressions such as <code>${{ inputs.order }}</code>; an unknown name is an error. */
    static String replaced(String text, Pattern expression, Map<String, String> values) {
        return expression.matcher(text).replaceAll(found -> {
            String value = values.get(found.group(1));
            if (value == null) {
                throw new IllegalArgumentException("no value for " + found.group(1));
            }
            return Matcher.quoteReplacement(value);
        });
    }

    public Path installed() {
        return installed;
    }

    Path directory() {
        return directory;
    }

    void set(String variable, String value) {
        environment.put(variable, value);
    }

    /** Runs a script as GitHub's {@code shell: bash} and GitLab's runner do: it ends at the first command that fails. */
    public Ended run(String script) throws IOException, InterruptedException {
        return run(script, 60);
    }

    Ended run(String script, long seconds) throws IOException, InterruptedException {
        Path file = Files.writeString(Files.createTempFile("script", ".sh"), script);
        Path output = Files.createTempFile("output", ".txt");
        try {
            ProcessBuilder process = new ProcessBuilder(
                            "bash", "--noprofile", "--norc", "-eo", "pipefail", file.toString())
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            process.environment().putAll(environment);
            Process running = process.start();
            if (!running.waitFor(seconds, TimeUnit.SECONDS)) {
                running.destroyForcibly();
                throw new IllegalStateException("the script does not end: " + script);
            }
            return new Ended(running.exitValue(), Files.readString(output));
        } finally {
            Files.delete(file);
            Files.delete(output);
        }
    }
}
