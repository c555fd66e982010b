package io.bootledger.cli.boot;

import io.bootledger.analyzer.compare.measure.ComparedBoot;
import io.bootledger.cli.input.BootSet;
import io.bootledger.cli.output.Messages;
import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.Writing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The boots of one kernel, or of two in turn, each kept in {@code FOLDER/SIDE/001.log} and so on, and all told in {@code boot.json}. */
final class BootSeries {
    private final Path folder;
    private final List<BootSide> sides;
    private final BootLimits.Values limits;
    private final Messages messages;
    private final Consumer<KeptBoot> whenKept;
    private final List<KeptBoot> boots = new ArrayList<>();
    private final BootRun run;
    private volatile boolean stopped;
    private int rounds;
    private @Nullable String advised;

    /**
     * @param folder does not exist, or is empty
     * @param whenKept told of each boot at once
     */
    BootSeries(
            Path folder,
            List<BootSide> sides,
            BootLimits.Values limits,
            BootConsole.Reached console,
            Messages messages,
            Consumer<KeptBoot> whenKept) {
        this.folder = folder;
        this.sides = new ArrayList<>(sides);
        this.limits = limits;
        this.messages = messages;
        this.whenKept = whenKept;
        this.run = new BootRun(limits, console);
    }

    /** Makes the folders. */
    void prepare() {
        Writing.to(folder, () -> {
            if (Files.exists(folder) && !isEmpty(folder)) {
                throw CommandFailure.usage(folder + ": there is something in it: name a new folder, or empty this one");
            }
            for (BootSide side : sides) {
                Files.createDirectories(folder.resolve(side.name()));
            }
        });
    }

    /** Boots these too from now on. */
    void also(List<BootSide> more) {
        sides.addAll(more);
        Writing.to(folder, () -> {
            for (BootSide side : more) {
                Files.createDirectories(folder.resolve(side.name()));
            }
        });
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> there = Files.list(folder)) {
            return there.findAny().isEmpty();
        }
    }

    /**
     * Builds what is booted, and keeps in {@code build.log} what that says; whether it could be built.
     *
     * @param first whether it was never built before: then what the shell cannot run is a misspelt command, and not that of a commit
     */
    boolean build(String command, boolean first) {
        Path log = folder.resolve("build.log");
        @Nullable Integer[] made = new Integer[1];
        Writing.to(log, () -> made[0] = run.build(command, log));
        Integer exitCode = made[0];
        if (first && exitCode != null && KeptBoot.cannotRun(exitCode)) {
            throw CommandFailure.unreadable("--build: the shell cannot run it: " + log + " has its words", null);
        }
        return exitCode != null && exitCode == 0;
    }

    /** Boots each side so many times more, in turn, unless it is stopped. */
    void boot(int times) {
        for (int round = 0; round < times && !stopped; round++) {
            rounds++;
            for (BootSide side : sides) {
                if (!stopped) {
                    boot(side);
                }
            }
        }
    }

    /** The same, until one does not come up: of a kernel that does not boot nothing more is to be learnt. */
    void bootWhileItComesUp(int times) {
        for (int round = 0; round < times && boots.stream().allMatch(KeptBoot::isWhole); round++) {
            boot(1);
        }
    }

    private void boot(BootSide side) {
        Path log = folder.resolve(side.name()).resolve(name(rounds));
        @Nullable KeptBoot[] made = new KeptBoot[1];
        Writing.to(log, () -> made[0] = run.boot(side, rounds, log));
        if (made[0] == null) {
            messages.say("interrupted: " + log + " is not kept");
            return;
        }
        KeptBoot boot = made[0].telling(BootSet.read(side.option(), List.of(log.toString()), messages));
        boots.add(boot);
        Writing.to(folder, () -> BootsDocument.write(folder, limits, boots));
        if (boot.didNotStart()) {
            throw CommandFailure.unreadable(
                    side.option() + ": the shell cannot run it: " + log + " has its words", null);
        }
        whenKept.accept(boot);
        advise(boot);
    }

    /** The same is said once. */
    private void advise(KeptBoot boot) {
        String advice = BootWords.advice(boot);
        if (advice != null && !advice.equals(advised)) {
            messages.say(advice);
            advised = advice;
        }
    }

    private static String name(int number) {
        return String.format(Locale.ROOT, "%03d.log", number);
    }

    /** Ends the boot that is being made, and makes no more; from another thread. */
    void stop() {
        stopped = true;
        run.stop();
    }

    boolean isStopped() {
        return stopped;
    }

    /** In the order they were made. */
    List<KeptBoot> boots() {
        return List.copyOf(boots);
    }

    /** What is compared of a side. */
    List<ComparedBoot> told(BootSide side) {
        return boots.stream()
                .filter(boot -> boot.side().equals(side))
                .flatMap(boot -> boot.told().stream())
                .toList();
    }
}
