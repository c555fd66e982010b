package io.bootledger.fuzz;

import io.bootledger.fuzz.input.Input;
import io.bootledger.fuzz.input.Inputs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Examines one input after another and keeps the smallest form of what each fault needs. */
final class Fuzzer {
    /** What no input may take, of the processor's time, however busy the machine. */
    private static final long MOST_NANOS = 30_000_000_000L;

    private static final long LOOK_MILLIS = 500;
    private static final long TELL_MILLIS = 30_000;

    /** Looks at an input; what it throws is a finding. */
    interface Examiner {
        void examine(Input input, Depth depth) throws Exception;
    }

    /** The input being looked at, and the worker's time when it began. */
    private record Current(Input input, Depth depth, long since) {}

    private final Examiner examiner;
    private final Path findings;
    private final Map<String, Finding> found = new ConcurrentHashMap<>();
    private volatile @Nullable Current current;
    private volatile long done;

    /** @param findings where inputs that fail are put */
    Fuzzer(Examiner examiner, Path findings) {
        this.examiner = examiner;
        this.findings = findings;
    }

    /** Examines inputs of a seed, numbered from one on, and gives what was found so far, by signature. */
    Map<String, Finding> run(long seed, long from, long count) throws IOException, InterruptedException {
        Thread worker = new Thread(() -> examineAll(seed, from, count), "fuzz");
        worker.setDaemon(true);
        worker.start();
        long told = System.nanoTime();
        while (worker.isAlive() && !hangs(worker)) {
            worker.join(LOOK_MILLIS);
            if (System.nanoTime() - told > TELL_MILLIS * 1_000_000) {
                told = System.nanoTime();
                tell("seed " + seed + ": " + done + " inputs, " + found.size() + " findings");
            }
        }
        return new TreeMap<>(found);
    }

    private void tell(String progress) throws IOException {
        Files.createDirectories(findings);
        Files.writeString(findings.resolve("progress.txt"), progress + "\n");
    }

    private void examineAll(long seed, long from, long count) {
        Inputs inputs = new Inputs(seed);
        for (long number = from; number < from + count; number++) {
            Input input = inputs.of(number);
            Finding finding = examine(input, Depth.of(number));
            if (finding != null && !found.containsKey(finding.signature())) {
                keep(finding);
            }
            done++;
        }
    }

    /** Gives what is wrong with an input, or null. */
    @Nullable
    Finding examine(Input input, Depth depth) {
        current = new Current(input, depth, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
        try {
            examiner.examine(input, depth);
            return null;
        } catch (Throwable thrown) {
            return new Finding(input, depth, thrown);
        }
    }

    private void keep(Finding finding) {
        String signature = finding.signature();
        found.put(signature, finding);
        Minimiser minimiser = new Minimiser(finding.depth().attempts(), input -> {
            Finding again = examine(input, finding.depth());
            return again != null && again.signature().equals(signature);
        });
        save(finding, minimiser.minimised(finding.input()));
    }

    private void save(Finding finding, Input smallest) {
        String name = finding.signature().replaceAll("[^A-Za-z0-9]+", "-") + "."
                + smallest.kind().ending();
        try {
            Files.createDirectories(findings);
            Files.write(findings.resolve(name), smallest.bytes());
            Files.writeString(findings.resolve(name + ".txt"), finding + "\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private boolean hangs(Thread worker) {
        Current looked = current;
        long now = ManagementFactory.getThreadMXBean().getThreadCpuTime(worker.getId());
        if (looked == null || now - looked.since() < MOST_NANOS) {
            return false;
        }
        AssertionError endless = new AssertionError("it does not end");
        endless.setStackTrace(worker.getStackTrace());
        Finding finding = new Finding(looked.input(), looked.depth(), endless);
        found.put(finding.signature(), finding);
        save(finding, looked.input());
        return true;
    }
}
