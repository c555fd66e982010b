package io.bootledger.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program of docs/library.md, compiled and run as it stands there. */
class LibraryExampleTest {
    @TempDir
    Path folder;

    @Test
    void itDoesWhatItSays() throws Exception {
        String document = Checkout.text("docs/library.md");
        String program = document.split("```java\n")[1].split("```")[0];
        Path source = Files.writeString(folder.resolve("WhereTheTimeWent.java"), program);
        String places = String.join(
                ":",
                Stream.of("java.class.path", "jdk.module.path")
                        .map(name -> System.getProperty(name, ""))
                        .filter(path -> !path.isEmpty())
                        .toList());

        StringWriter said = new StringWriter();
        PrintWriter complaints = new PrintWriter(said);
        int compiled = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(
                        complaints,
                        complaints,
                        "-Xlint:all,-classfile",
                        "-Werror",
                        "-proc:none",
                        "-cp",
                        places,
                        "-d",
                        folder.toString(),
                        source.toString());
        assertThat(compiled).as(said.toString()).isZero();

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        folder + ":" + places,
                        "WhereTheTimeWent",
                        Checkout.sample("amd64-6.1-cloud/dmesg.txt").toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        assertThat(printed)
                .contains("until init: 36", "failures: ", "slowest: ", "line ")
                .endsWith("Linux 6.1.0-50-cloud-amd64\n");
    }
}
