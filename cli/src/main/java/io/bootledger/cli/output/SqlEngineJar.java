package io.bootledger.cli.output;

import io.bootledger.cli.process.Launcher;
import io.bootledger.reports.sql.SqlEngine;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;

/** The SQL engine: large and seldom wanted, it lies in a jar beside the program's, which its launcher builds when it is first needed. */
public final class SqlEngineJar {
    private static final String JAR = "bootledger-query.jar";

    private SqlEngineJar() {}

    public static SqlEngine find() {
        try {
            Optional<SqlEngine> here = ServiceLoader.load(SqlEngine.class).findFirst();
            return here.isPresent() ? here.get() : beside();
        } catch (IOException | URISyntaxException e) {
            throw Launcher.withoutEngine(JAR);
        }
    }

    private static SqlEngine beside() throws IOException, URISyntaxException {
        Path program = Path.of(SqlEngineJar.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path jar = program.resolveSibling(JAR);
        if (!Files.exists(jar)) {
            throw Launcher.withoutEngine(JAR);
        }
        URLClassLoader loader =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, SqlEngineJar.class.getClassLoader());
        return ServiceLoader.load(SqlEngine.class, loader).findFirst().orElseThrow(() -> Launcher.withoutEngine(JAR));
    }
}
