package io.bootledger.analyzer.levels;

import io.bootledger.analyzer.levels.known.LevelLearner;
import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.symbols.NoSymbolTableException;
import io.bootledger.traces.symbols.SymbolTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Makes {@code known-levels.txt.gz}: {@code LearnShippedLevels OUT NAME=FILE...}, each file a symbol table, an ftrace of the
 * {@code initcall:*} events ({@code *trace.txt}), or a list {@code function<TAB>level[,level...]} out of a source tree ({@code *.tsv}).
 */
final class LearnShippedLevels {
    public static void main(String[] arguments) throws IOException, NoSymbolTableException {
        LevelLearner learner = new LevelLearner();
        for (int at = 1; at < arguments.length; at++) {
            String[] source = arguments[at].split("=", 2);
            learner.learn(source[0], read(Path.of(source[1])));
        }
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(Path.of(arguments[0]))) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            packed.write(learner.text().getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static SymbolTable read(Path file) throws IOException, NoSymbolTableException {
        if (file.toString().endsWith(".tsv")) {
            return ofSourceTree(file);
        }
        if (file.toString().endsWith("trace.txt")) {
            return ofTrace(file);
        }
        try (InputStream stream = RecordedOrder.open(file)) {
            return SymbolTable.read(stream);
        }
    }

    private static SymbolTable ofSourceTree(Path file) throws IOException {
        List<SymbolTable.Entry> entries = new ArrayList<>();
        for (String line : RecordedOrder.lines(file)) {
            String[] columns = line.split("\t", -1);
            if (!line.startsWith("#") && columns.length == 2) {
                for (String level : columns[1].split(",", -1)) {
                    entries.add(entry(columns[0], level));
                }
            }
        }
        return new SymbolTable(entries, false, null, Map.of());
    }

    private static SymbolTable.Entry entry(String function, String level) {
        boolean sync = level.endsWith("_sync");
        String name = sync ? level.substring(0, level.length() - "_sync".length()) : level;
        return new SymbolTable.Entry(function, InitcallLevel.ofName(name), sync, null);
    }

    /** ftrace does not tell rootfs and the second halves apart; its order and levels are right. */
    private static SymbolTable ofTrace(Path file) throws IOException {
        return new SymbolTable(RecordedOrder.ofTrace(file).stream()
                .map(call -> new SymbolTable.Entry(call.function(), call.level(), false, null))
                .toList());
    }

    private LearnShippedLevels() {}
}
