package io.bootledger.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bootledger.cli.Bootledger;
import io.bootledger.fuzz.law.Law;
import io.bootledger.fuzz.law.TextLaws;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A command that was run inside this process. */
record Command(List<String> words, int exitCode, byte[] out, String err) {
    private static final Map<String, String> ENVIRONMENT =
            Map.of("BOOTLEDGER_DEBUG", "1", "BOOTLEDGER_TODAY", "2026-11-20");
    private static final Set<Integer> OF_ANY_INPUT = Set.of(0, 2, 3);
    private static final int REGRESSED = 1;

    /** Runs a command; that no input makes it fail in a way of ours, or leaves it without a word, holds for all. */
    static Command run(byte[] in, Object... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] line = Arrays.stream(words).map(Object::toString).toArray(String[]::new);
        int exitCode = Bootledger.run(new ByteArrayInputStream(in), out, err, ENVIRONMENT, line);
        Command command = new Command(List.of(line), exitCode, out.toByteArray(), err.toString(UTF_8));
        command.endsWell();
        return command;
    }

    private void endsWell() {
        boolean judged = exitCode == REGRESSED && words.get(0).equals("gate");
        Law.holds(OF_ANY_INPUT.contains(exitCode) || judged, () -> "exit code " + exitCode + " of " + this);
        Law.holds(exitCode == 0 || !err.isEmpty() || out.length > 0, () -> "exit code " + exitCode + " without a word");
        TextLaws.terminal(err);
    }

    /** What it printed is for people. */
    Command printsText() {
        TextLaws.terminal(new String(out, UTF_8));
        return this;
    }

    @Override
    public String toString() {
        return String.join(" ", words) + ": " + err;
    }
}
