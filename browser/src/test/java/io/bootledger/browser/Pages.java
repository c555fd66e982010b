package io.bootledger.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.bootledger.cli.Bootledger;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Reports as the commands write them, each made once: folders with {@code index.html} and what stands beside it. */
final class Pages {
    private static final Path CHECKOUT = Path.of(System.getProperty("bootledger.checkout"));
    private static final Path SAMPLES = CHECKOUT.resolve("traces/samples");
    private static final Path HERE = folder();
    private static final Map<String, Path> MADE = new ConcurrentHashMap<>();

    private Pages() {}

    /** Of a real boot that ships with the project. */
    static Path sample(String name) {
        return MADE.computeIfAbsent(name, made -> analyzed(made, one(SAMPLES.resolve(made))));
    }

    /** Of a simulated board whose devices wait for each other. */
    static Path deferred() {
        return MADE.computeIfAbsent("deferred", name -> {
            Path log = HERE.resolve(name + ".log");
            write(log, run("simulate", "arm-board"));
            return analyzed(name, log);
        });
    }

    /** Of all boots of that board's store. */
    static Path population() {
        return history().resolveSibling("boots.html");
    }

    /** Of a boot that goes wrong at an initcall, as the simulator has it. */
    static Path hanging() {
        return MADE.computeIfAbsent("hanging", name -> {
            Path log = HERE.resolve("hanging.log");
            write(log, run("simulate", "cloud-vm", "--set", "initcall.virtio_blk_init.fault=hang"));
            return analyzed(name, log);
        });
    }

    /** Of so many initcalls; every tenth takes a millisecond, the last one a second. */
    static Path calls(int calls) {
        return MADE.computeIfAbsent("calls-" + calls, name -> {
            Path log = HERE.resolve(name + ".log");
            write(log, manyCalls(calls).getBytes(StandardCharsets.UTF_8));
            return analyzed(name, log);
        });
    }

    private static String manyCalls(int calls) {
        StringBuilder log = new StringBuilder("[    0.000000] Linux version 6.12.1 (a@b) #1 SMP\n");
        long us = 100_000;
        for (int i = 0; i < calls; i++) {
            long took = i + 1 == calls ? 1_000_000 : i % 10 == 0 ? 1_000 : 20;
            line(log, us, String.format(Locale.ROOT, "calling  call%05d_init+0x0/0x10 @ 1", i));
            us += took;
            line(
                    log,
                    us,
                    String.format(Locale.ROOT, "initcall call%05d_init+0x0/0x10 returned 0 after %d usecs", i, took));
            us += 5;
        }
        line(log, us, "Freeing unused kernel image (initmem) memory: 2048K");
        line(log, us + 100, "Run /init as init process");
        return log.toString();
    }

    private static void line(StringBuilder log, long us, String text) {
        log.append(String.format(Locale.ROOT, "[%5d.%06d] %s\n", us / 1_000_000, us % 1_000_000, text));
    }

    /** Two kernels of one machine. */
    static Path comparison() {
        return MADE.computeIfAbsent("comparison", name -> {
            Path before = HERE.resolve("before.log");
            Path after = HERE.resolve("after.log");
            write(before, run("simulate", "cloud-vm"));
            write(after, run("simulate", "cloud-vm", "--set", "initcall.acpi_init.duration=+80ms"));
            Path out = HERE.resolve(name);
            run("compare", before.toString(), after.toString(), "--out", out.toString());
            return out;
        });
    }

    /** Of a board whose clock driver becomes slower with the ninth build. */
    static Path history() {
        return MADE.computeIfAbsent("history", name -> {
            Path out = HERE.resolve(name + ".html");
            Path store = HERE.resolve("board");
            for (int build = 1; build <= 16; build++) {
                Path log = HERE.resolve("build" + build + ".log");
                String seed = Integer.toString(100 * build);
                String kernel = "6.6." + build;
                String shift = "initcall.snvs_rtc_init.duration=+" + (build < 9 ? 0 : 60) + "ms";
                write(
                        log,
                        run(
                                "simulate",
                                "arm-board",
                                "--kernel",
                                kernel,
                                "--boots",
                                "3",
                                "--seed",
                                seed,
                                "--set",
                                shift));
                run("ingest", log.toString(), "--store", store.toString());
            }
            run("history", "--store", store.toString(), "--html", out.toString());
            run(
                    "stats",
                    "--store",
                    store.toString(),
                    "--html",
                    HERE.resolve("boots.html").toString());
            return out;
        });
    }

    /** Of boots whose logs end that many seconds after their one initcall began. */
    static Path hanging(int... seconds) {
        return MADE.computeIfAbsent("hanging" + Arrays.toString(seconds), name -> {
            List<String> words = new ArrayList<>(List.of("analyze"));
            for (int each : seconds) {
                StringBuilder text = new StringBuilder("[    0.000000] Linux version 6.12.1 (a@b) #1 SMP\n");
                line(text, 0, "calling  slow_init+0x0/0x10 @ 1");
                line(text, 1_000_000L * each, "random: crng init done");
                Path log = HERE.resolve("hanging" + each + ".log");
                write(log, text.toString().getBytes(StandardCharsets.UTF_8));
                words.add(log.toString());
            }
            Path out = HERE.resolve("hanging-for-seconds");
            words.addAll(List.of("--out", out.toString()));
            run(words.toArray(String[]::new));
            return out;
        });
    }

    /** Of four boots, the last of which hangs. */
    static Path several() {
        return MADE.computeIfAbsent("several", name -> {
            List<String> words = new ArrayList<>(List.of("analyze"));
            for (String fault : List.of("duration=+0ms", "duration=+80ms", "duration=+10ms", "fault=hang")) {
                Path log = HERE.resolve("several" + words.size() + ".log");
                write(log, run("simulate", "cloud-vm", "--set", "initcall.virtio_blk_init." + fault));
                words.add(log.toString());
            }
            Path out = HERE.resolve(name);
            words.addAll(List.of("--out", out.toString()));
            run(words.toArray(String[]::new));
            return out;
        });
    }

    /** What a simulated machine writes. */
    static Path simulated(String machine) {
        return MADE.computeIfAbsent(machine + ".log", name -> {
            Path log = HERE.resolve(name);
            write(log, run("simulate", machine));
            return log;
        });
    }

    /** The log of a real boot that ships with the project. */
    static Path log(String sample) {
        return one(SAMPLES.resolve(sample));
    }

    /** What a command writes to its standard output. */
    static byte[] output(String... words) {
        return run(words);
    }

    /** The gate's, of the boots that ship with the project. */
    static Path gate() {
        return MADE.computeIfAbsent("gate", name -> {
            Path out = HERE.resolve(name);
            Path page = out.resolve("index.html");
            make(out);
            String[] words = {
                "gate",
                "--baseline",
                SAMPLES.resolve("ci/baseline").toString(),
                "--candidate",
                SAMPLES.resolve("ci/candidate").toString(),
                "--html",
                page.toString()
            };
            ended(1, words);
            return out;
        });
    }

    private static Path analyzed(String name, Path log) {
        Path out = HERE.resolve(name);
        run("analyze", log.toString(), "--out", out.toString());
        return out;
    }

    private static byte[] run(String... words) {
        return ended(0, words);
    }

    private static byte[] ended(int expected, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Bootledger.run(new ByteArrayInputStream(new byte[0]), out, err, Map.of(), words);
        assertThat(code)
                .as(() -> String.join(" ", words) + ": " + err.toString(StandardCharsets.UTF_8))
                .isEqualTo(expected);
        return out.toByteArray();
    }

    private static Path one(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("(dmesg|console)\\..*"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        return make(CHECKOUT.resolve("browser/target/pages"));
    }

    private static Path make(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
