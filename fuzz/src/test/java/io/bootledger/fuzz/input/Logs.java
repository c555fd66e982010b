package io.bootledger.fuzz.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.bootledger.simulator.scenario.SeededRandom;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** Logs: stretches of simulated boots and of the kernel's vocabulary, wrapped as programs do, and damaged. */
final class Logs {
    private static final Pattern STAMPED = Pattern.compile("\\[ *(\\d{1,9})\\.(\\d{6})\\] (.*)", Pattern.DOTALL);
    private static final List<Mutation> MUTATIONS = List.of(Mutation.values());
    private static final List<Wrapper> WRAPPERS = List.of(Wrapper.values());

    private final Machines machines;

    Logs(long seed) {
        this.machines = new Machines(seed);
    }

    byte[] log(SeededRandom random) {
        List<byte[]> lines = new ArrayList<>(stretch(random));
        while (random.chance(150)) {
            int at = random.chance(700) ? lines.size() : random.below(lines.size() + 1);
            lines.addAll(at, stretch(random));
        }
        if (random.chance(400)) {
            wrap(lines, random.pick(WRAPPERS));
        }
        damage(lines, random);
        return carried(Lines.joined(lines), random);
    }

    static void damage(List<byte[]> lines, SeededRandom random) {
        while (random.chance(700) && !lines.isEmpty()) {
            random.pick(MUTATIONS).apply(lines, random);
        }
    }

    private List<byte[]> stretch(SeededRandom random) {
        int sort = random.below(100);
        if (sort < 60) {
            return window(machines.log(random), random);
        }
        List<byte[]> lines = new ArrayList<>();
        if (sort < 92) {
            long micros = random.chance(800) ? 0 : random.below(600_000_000);
            for (String message : new Vocabulary(random).messages()) {
                lines.add(
                        Wrapper.PLAIN.around(micros, lines.size() + 1, message).getBytes(UTF_8));
                micros += random.below(random.chance(50) ? 9_000_000 : 3_000);
            }
        } else {
            int count = 1 + random.below(6);
            while (count-- > 0) {
                lines.add((random.chance(500) ? "[    0.000100] " : "")
                        .concat(Hostile.text(random))
                        .getBytes(UTF_8));
            }
        }
        return lines;
    }

    private static List<byte[]> window(List<byte[]> log, SeededRandom random) {
        if (log.isEmpty() || random.chance(30)) {
            return log;
        }
        int from = random.chance(500) ? 0 : random.below(log.size());
        return log.subList(from, Math.min(log.size(), from + 3 + random.below(27)));
    }

    private static void wrap(List<byte[]> lines, Wrapper wrapper) {
        for (int at = 0; at < lines.size(); at++) {
            Matcher line = STAMPED.matcher(new String(lines.get(at), ISO_8859_1));
            if (line.matches()) {
                long micros = Long.parseLong(line.group(1)) * 1_000_000 + Long.parseLong(line.group(2));
                lines.set(at, wrapper.around(micros, at + 1, line.group(3)).getBytes(ISO_8859_1));
            }
        }
    }

    /** What carried it: a terminal's line ends, a cut, a compressor. */
    private static byte[] carried(byte[] log, SeededRandom random) {
        return switch (random.below(40)) {
            case 0 -> new String(log, ISO_8859_1).replace("\n", "\r\n").getBytes(ISO_8859_1);
            case 1 -> new String(log, ISO_8859_1).replace("\n", "\r").getBytes(ISO_8859_1);
            case 2, 3, 4, 5, 6 -> Bytes.part(log, 0, random.below(log.length + 1));
            case 7 -> gzip(log);
            case 8 -> Bytes.part(gzip(log), 0, random.below(gzip(log).length + 1));
            case 9 -> Bytes.concat(gzip(log), new byte[random.below(100)]);
            default -> log;
        };
    }

    private static byte[] gzip(byte[] log) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(log);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }
}
