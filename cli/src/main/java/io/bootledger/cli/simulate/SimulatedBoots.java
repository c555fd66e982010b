package io.bootledger.cli.simulate;

import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.Complaint;
import io.bootledger.cli.process.Durably;
import io.bootledger.cli.process.TemporaryPlace;
import io.bootledger.cli.process.WholeFile;
import io.bootledger.simulator.kernel.BootTruth;
import io.bootledger.simulator.machine.SystemMap;
import io.bootledger.simulator.scenario.ScenarioLog;
import io.bootledger.simulator.scenario.Scenarios;
import io.bootledger.traces.format.write.LogForm;
import io.bootledger.traces.stream.EventWriter;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** Boots a machine so often and writes each boot: one after the other to a stream, or each to its files. */
public final class SimulatedBoots {
    private static final String SYSTEM_MAP = "System.map";
    private static final String NAME = "boot-";
    private static final String TRUTH = ".truth.json";

    private final ScenarioLog machine;
    private final SimulatedForm form;
    private final long seed;
    private final int boots;
    private final int depth;

    /** @param depth how deep steps are told */
    public SimulatedBoots(ScenarioLog machine, SimulatedForm form, long seed, int boots, int depth) {
        this.machine = machine;
        this.form = form;
        this.seed = seed;
        this.boots = boots;
        this.depth = depth;
    }

    /** Whether a file of this name lies beside the logs and is none. */
    public static boolean writesBesideLogs(String name) {
        return name.equals(SYSTEM_MAP) || name.endsWith(TRUTH);
    }

    /** Refuses a directory in which it would write over what it has not written: its logs have their truth beside them. */
    public static void refuseForeign(Path directory, SimulatedForm form, int boots) {
        for (int boot = 1; boot <= boots; boot++) {
            String log = logName(boot, form);
            if (Files.exists(directory.resolve(log)) && !isOurs(directory, boot)) {
                throw lost(directory, log);
            }
        }
        if (Files.exists(directory.resolve(SYSTEM_MAP)) && !isOurs(directory, 1)) {
            throw lost(directory, SYSTEM_MAP);
        }
    }

    private static boolean isOurs(Path directory, int boot) {
        return Files.exists(directory.resolve(NAME + boot + TRUTH));
    }

    private static CommandFailure lost(Path directory, String name) {
        return CommandFailure.usage("--out " + directory + " holds " + name
                + ", which simulate has not written and which would be lost: give another directory");
    }

    private static String logName(int boot, SimulatedForm form) {
        return NAME + boot + "." + form.ending();
    }

    public void to(OutputStream out) throws IOException {
        LogForm log = form.log();
        if (log != null) {
            machine.writeAll(seed, boots, log, out);
        }
        for (int boot = 0; log == null && boot < boots; boot++) {
            write(seed + boot, out);
        }
        out.flush();
    }

    /** Each boot's log and truth, and the kernel's {@code System.map}: all of them or, where they cannot be written, none. */
    public void into(Path directory) throws IOException {
        Path place = directory.toAbsolutePath().normalize();
        boolean there = Files.isDirectory(place);
        try {
            Files.createDirectories(there ? place : place.getParent());
            try (TemporaryPlace beside = TemporaryPlace.of(there ? place.resolve("simulated") : place)) {
                Path part = Files.createDirectory(beside.part());
                fill(part);
                Durably.syncTree(part);
                if (there) {
                    moveAll(part, place);
                } else {
                    Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
                }
            }
        } catch (IOException unwritable) {
            throw CommandFailure.unreadable(Complaint.writing(directory.toString(), unwritable), unwritable);
        }
    }

    private static void moveAll(Path from, Path to) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(from)) {
            for (Path file : files) {
                Files.move(file, to.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    private void fill(Path directory) throws IOException {
        Files.writeString(
                directory.resolve(SYSTEM_MAP), SystemMap.of(machine.simulation().image()));
        for (int boot = 0; boot < boots; boot++) {
            into(directory, boot + 1, seed + boot);
        }
    }

    private void into(Path directory, int boot, long bootSeed) throws IOException {
        BootTruth truth;
        try (OutputStream log =
                new BufferedOutputStream(Files.newOutputStream(directory.resolve(logName(boot, form))))) {
            truth = write(bootSeed, log);
        }
        Files.writeString(directory.resolve(NAME + boot + TRUTH), Scenarios.text(truth));
    }

    private BootTruth write(long bootSeed, OutputStream out) throws IOException {
        LogForm log = form.log();
        try {
            return switch (form) {
                case EVENTS -> events(bootSeed, out);
                case STEPS -> steps(bootSeed, out);
                case WAY -> way(bootSeed, out);
                default -> machine.write(bootSeed, Objects.requireNonNull(log), out);
            };
        } catch (UncheckedIOException unwritable) {
            throw unwritable.getCause();
        }
    }

    private BootTruth steps(long bootSeed, OutputStream out) {
        line(out, StepText.HEAD);
        return machine.steps(bootSeed, step -> {
            if (step.depth() < depth) {
                line(out, StepText.of(step));
            }
        });
    }

    private BootTruth way(long bootSeed, OutputStream out) throws IOException {
        out.write(WayText.of(machine, bootSeed).getBytes(StandardCharsets.UTF_8));
        return machine.steps(bootSeed, step -> {});
    }

    private static void line(OutputStream out, String text) {
        try {
            out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
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
    public static void text(Path file, String text) throws IOException {
        try (WholeFile whole = WholeFile.at(file)) {
            whole.write(text.getBytes(StandardCharsets.UTF_8));
            whole.finish();
        } catch (IOException unwritable) {
            throw CommandFailure.unreadable(Complaint.writing(file.toString(), unwritable), unwritable);
        }
    }
}
