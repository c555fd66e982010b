package io.bootledger.cli;

import io.bootledger.simulator.kernel.BootTruth;
import io.bootledger.simulator.kernel.SystemMap;
import io.bootledger.simulator.scenario.BootWriter;
import io.bootledger.simulator.scenario.Scenarios;
import io.bootledger.traces.format.LogForm;
import io.bootledger.traces.store.EventWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Boots a machine so often and writes each boot: one after the other to a stream, or each to its files. */
final class SimulatedBoots {
    private static final String SYSTEM_MAP = "System.map";
    private static final String TRUTH = ".truth.json";

    private final BootWriter machine;
    private final SimulatedForm form;
    private final long seed;
    private final int boots;

    SimulatedBoots(BootWriter machine, SimulatedForm form, long seed, int boots) {
        this.machine = machine;
        this.form = form;
        this.seed = seed;
        this.boots = boots;
    }

    /** Whether a file of this name lies beside the logs and is none. */
    static boolean writesBesideLogs(String name) {
        return name.equals(SYSTEM_MAP) || name.endsWith(TRUTH);
    }

    void to(OutputStream out) throws IOException {
        LogForm log = form.log();
        if (log != null) {
            machine.writeAll(seed, boots, log, out);
        }
        for (int boot = 0; log == null && boot < boots; boot++) {
            events(seed + boot, out);
        }
        out.flush();
    }

    /** Each boot's log and truth, and the kernel's {@code System.map}. */
    void into(Path directory) throws IOException {
        try {
            Files.createDirectories(directory);
            text(
                    directory.resolve(SYSTEM_MAP),
                    SystemMap.of(machine.simulation().image()));
            for (int boot = 0; boot < boots; boot++) {
                into(directory, "boot-" + (boot + 1), seed + boot);
            }
        } catch (IOException unwritable) {
            throw CommandFailure.unreadable(Complaint.writing(directory.toString(), unwritable), unwritable);
        }
    }

    private void into(Path directory, String name, long bootSeed) throws IOException {
        BootTruth truth;
        try (WholeFile log = WholeFile.at(directory.resolve(name + "." + form.ending()))) {
            truth = write(bootSeed, log);
            log.finish();
        }
        text(directory.resolve(name + TRUTH), Scenarios.text(truth));
    }

    private BootTruth write(long bootSeed, OutputStream out) throws IOException {
        LogForm log = form.log();
        try {
            return log == null ? events(bootSeed, out) : machine.write(bootSeed, log, out);
        } catch (UncheckedIOException unwritable) {
            throw unwritable.getCause();
        }
    }

    private BootTruth events(long bootSeed, OutputStream out) throws IOException {
        try (EventWriter events = new EventWriter(keptOpen(out), "simulated boot " + bootSeed)) {
            return machine.events(bootSeed, events);
        }
    }

    /** An event writer closes its stream; there may be more boots to come. */
    private static OutputStream keptOpen(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    /** Writes a small file, whole or not at all. */
    static void text(Path file, String text) throws IOException {
        try (WholeFile whole = WholeFile.at(file)) {
            whole.write(text.getBytes(StandardCharsets.UTF_8));
            whole.finish();
        } catch (IOException unwritable) {
            throw CommandFailure.unreadable(Complaint.writing(file.toString(), unwritable), unwritable);
        }
    }
}
