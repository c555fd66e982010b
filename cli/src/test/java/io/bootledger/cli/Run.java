package io.bootledger.cli;

import io.bootledger.cli.process.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A command line run inside the test, and what came of it. */
public record Run(int exitCode, byte[] outBytes, String err) {
    public static Run bootledger(Object... arguments) {
        return with(InputStream.nullInputStream(), Map.of("BOOTLEDGER_DEBUG", "1"), arguments);
    }

    public static Run with(InputStream in, Map<String, String> environment, Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        return to(out, out, in, environment, arguments);
    }

    /** Runs with an output that may fail. */
    public static Run into(OutputStream out, Object... arguments) {
        return to(out, new ByteArrayOutputStream(), InputStream.nullInputStream(), Map.of(), arguments);
    }

    /** The same where a person sees standard error. */
    public static Run seen(Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        return to(true, out, out, InputStream.nullInputStream(), Map.of(), arguments);
    }

    private static Run to(
            OutputStream out,
            ByteArrayOutputStream seen,
            InputStream in,
            Map<String, String> environment,
            Object... arguments) {
        return to(false, out, seen, in, environment, arguments);
    }

    private static Run to(
            boolean errTerminal,
            OutputStream out,
            ByteArrayOutputStream seen,
            InputStream in,
            Map<String, String> environment,
            Object... arguments) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        int exitCode = Bootledger.run(new Surroundings(in, out, err, environment, false, errTerminal), words);
        return new Run(exitCode, seen.toByteArray(), err.toString(StandardCharsets.UTF_8));
    }

    public static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    public String out() {
        return new String(outBytes, StandardCharsets.UTF_8);
    }
}
