package io.bootledger.cli.complete;

import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.cli.process.WrongUsage;
import io.bootledger.cli.store.BootName;
import io.bootledger.cli.store.StorePlace;
import io.bootledger.reports.Printable;
import io.bootledger.simulator.scenario.Scenarios;
import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.event.call.InitcallStarted;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import io.bootledger.traces.input.TraceReader;
import io.bootledger.traces.store.BootHeader;
import io.bootledger.traces.store.BootId;
import io.bootledger.traces.store.FileEventStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.ArgSpec;

/** Which words a value can be, as far as they can be listed: a word, and what it stands for. Files are the shell's to list. */
final class CompletionWords {
    /** Bytes of a log that is read for the names in it, while somebody waits at a keyboard. */
    private static final long LARGEST_LOG = 1 << 24;

    private final Surroundings here;
    private final TypedWords typed;

    CompletionWords(Surroundings here, TypedWords typed) {
        this.here = here;
        this.typed = typed;
    }

    Map<String, String> of(ArgSpec argument) {
        Class<?> type = argument.auxiliaryTypes()[0];
        if (type.isEnum()) {
            return words(WrongUsage.constants(type));
        }
        try {
            return switch (argument.paramLabel()) {
                case "BOOT", "BOOT|LOG", "BASE", "CANDIDATE" -> boots();
                case "ROW" -> initcalls(typed.positionals().get(0));
                case "INITCALL", "METRIC" -> initcallsOfTheStore();
                case "LEVEL" -> words(Arrays.asList(InitcallLevel.values()));
                case "SCENARIO" -> words(Scenarios.BUILT_IN);
                default -> Map.of();
            };
        } catch (IOException | CommandFailure e) {
            return Map.of();
        }
    }

    private static Map<String, String> words(List<?> words) {
        Map<String, String> known = new LinkedHashMap<>();
        words.forEach(word -> known.put(word.toString(), ""));
        return known;
    }

    private FileEventStore store() throws IOException {
        String named = typed.given("--store", "");
        return FileEventStore.open(named.isEmpty() ? new StorePlace().place(here) : Path.of(named));
    }

    private Map<String, String> boots() throws IOException {
        FileEventStore store = store();
        Map<String, String> known = new LinkedHashMap<>();
        for (BootId id : store.boots()) {
            BootHeader boot = store.header(id);
            known.put(
                    id.shortened(),
                    Printable.of(boot.kernel() + ", " + boot.origin().log()));
        }
        return known;
    }

    private Map<String, String> initcalls(String boot) throws IOException {
        Path log = Path.of(boot);
        if (!Files.isRegularFile(log)) {
            FileEventStore store = store();
            return initcalls(sink -> store.read(BootName.find(store, boot), sink));
        }
        if (Files.size(log) > LARGEST_LOG) {
            return Map.of();
        }
        try (LogSource source = LogSource.file(log)) {
            return initcalls(sink -> TraceReader.read(source, ReadingOptions.EVERYTHING, sink));
        }
    }

    /** One boot of a store has most of the names that its boots have. */
    private Map<String, String> initcallsOfTheStore() throws IOException {
        FileEventStore store = store();
        List<BootId> boots = store.boots();
        return boots.isEmpty() ? Map.of() : initcalls(sink -> store.read(boots.get(0), sink));
    }

    private static Map<String, String> initcalls(Events events) throws IOException {
        Map<String, String> known = new LinkedHashMap<>();
        known.put("total", "the whole boot");
        events.into(recorded -> {
            if (recorded.event() instanceof InitcallStarted started) {
                known.put(started.symbol().function(), "initcall");
            }
        });
        return known;
    }

    /** Something that hands over events. */
    @FunctionalInterface
    private interface Events {
        void into(EventSink sink) throws IOException;
    }
}
