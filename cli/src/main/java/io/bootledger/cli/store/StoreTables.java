package io.bootledger.cli.store;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.cli.output.Messages;
import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.Complaint;
import io.bootledger.cli.process.Progress;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.cli.process.TemporaryPlace;
import io.bootledger.cli.process.Writing;
import io.bootledger.reports.sql.BootFacts;
import io.bootledger.reports.sql.BootTables;
import io.bootledger.reports.sql.SqlEngine;
import io.bootledger.traces.store.BootHeader;
import io.bootledger.traces.store.BootId;
import io.bootledger.traces.store.FileEventStore;
import io.bootledger.traces.store.FileMark;
import io.bootledger.traces.stream.EventTypes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The boots of a store as SQL tables, in the store's folder {@code views}: made from the boots, brought up to date before each
 * query, and thrown away at will. A change is made to a copy, which then takes the place of the file; who reads the old one goes on
 * reading it.
 */
public final class StoreTables {
    /** Another form of the tables is another file. */
    private static final String FILE = "tables-v2.duckdb";

    private final SqlEngine engine;
    private final FileEventStore store;
    private final Path file;
    private final Path list;
    private final Messages messages;
    private final Surroundings here;
    private boolean allSound = true;

    public StoreTables(SqlEngine engine, FileEventStore store, Path place, Messages messages, Surroundings here) {
        this.engine = engine;
        this.store = store;
        this.file = place.resolve("views").resolve(FILE);
        this.list = file.resolveSibling(FILE + ".boots");
        this.messages = messages;
        this.here = here;
    }

    public Path file() {
        return file;
    }

    /** Whether every boot could be read. */
    public boolean allSound() {
        return allSound;
    }

    /** Adds the boots that are not in the tables yet, and takes out those that are no longer in the store. */
    public void update() {
        List<BootId> boots = StorePlace.Reading.of(file, store::boots);
        SortedMap<String, String> wanted = new TreeMap<>();
        boots.forEach(boot -> wanted.put(boot.shortened(), listing(boot)));
        Writing.to(file, () -> {
            if (!Files.exists(file) || !listed().equals(new TreeSet<>(wanted.values()))) {
                Files.createDirectories(file.getParent());
                replace(boots, wanted);
            }
        });
    }

    /** How a boot is listed that is in the tables: with the mark of the file that they were made of. */
    private String listing(BootId boot) {
        try {
            FileMark mark = store.mark(boot);
            return boot.shortened() + " " + mark.bytes() + " " + mark.modifiedNs();
        } catch (IOException e) {
            return boot.shortened();
        }
    }

    private Set<String> listed() throws IOException {
        return Files.exists(list) ? new TreeSet<>(Files.readAllLines(list)) : Set.of();
    }

    private void replace(List<BootId> boots, SortedMap<String, String> wanted) throws IOException {
        try (TemporaryPlace beside = TemporaryPlace.of(file.toAbsolutePath())) {
            Set<String> there = changed(beside.part(), boots, wanted);
            Files.deleteIfExists(list);
            Files.move(beside.part(), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Files.write(list, there);
        }
    }

    private Set<String> changed(Path copy, List<BootId> boots, SortedMap<String, String> wanted) throws IOException {
        Set<String> known = listed();
        try (BootTables tables = openCopy(copy)) {
            for (String boot : List.copyOf(tables.boots())) {
                if (!known.contains(wanted.getOrDefault(boot, ""))) {
                    tables.remove(boot);
                }
            }
            List<BootId> missing = boots.stream()
                    .filter(boot -> !tables.boots().contains(boot.shortened()))
                    .toList();
            try (Progress progress = Progress.ofMany(missing.size(), "boots", here)) {
                for (BootId boot : missing) {
                    add(boot, tables);
                    progress.step();
                }
            }
            return tables.boots().stream().map(wanted::get).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** A file that is none of ours, or damaged, is made anew. */
    private BootTables openCopy(Path copy) throws IOException {
        Files.deleteIfExists(copy);
        if (Files.exists(file)) {
            Files.copy(file, copy);
            try {
                return engine.open(copy);
            } catch (IOException damaged) {
                messages.say(file + ": it is damaged, and made anew");
                Files.delete(copy);
            }
        }
        return engine.open(copy);
    }

    /** A boot that cannot be read is named; the others are there all the same. */
    private void add(BootId id, BootTables tables) throws IOException {
        StoredBoot stored = new StoredBoot(store, id, messages);
        try {
            BootHeader header = stored.header();
            var analysis = stored.analysis(AnalysisOptions.LOG_ONLY);
            String boot = id.shortened();
            stored.read(event -> {
                try {
                    tables.event(boot, EventTypes.nameOf(event.event()), event);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            tables.add(
                    new BootFacts(
                            boot,
                            header.origin().log(),
                            header.origin().number(),
                            header.origin().tags()),
                    analysis);
        } catch (UncheckedIOException full) {
            throw full.getCause();
        } catch (CommandFailure unreadable) {
            if (!(unreadable.getCause() instanceof IOException why) || !store.isGone(id, why)) {
                passOver(Complaint.said(unreadable));
            }
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            passOver("boot " + id.shortened() + ": its events make no boot: " + e);
        }
    }

    private void passOver(String why) {
        allSound = false;
        messages.say(why + ": see bootledger store check");
    }
}
