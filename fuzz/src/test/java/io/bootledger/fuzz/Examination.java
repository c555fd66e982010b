package io.bootledger.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.BootAnalyzer;
import io.bootledger.fuzz.input.Input;
import io.bootledger.fuzz.law.BootLaws;
import io.bootledger.fuzz.law.EventLaws;
import io.bootledger.fuzz.law.JsonLaws;
import io.bootledger.fuzz.law.Law;
import io.bootledger.fuzz.law.TextLaws;
import io.bootledger.reports.json.JsonReport;
import io.bootledger.reports.text.BootList;
import io.bootledger.reports.text.TextReport;
import io.bootledger.reports.text.page.TextLayout;
import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.format.LogContents;
import io.bootledger.traces.format.LogReader;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import io.bootledger.traces.input.TraceReader;
import io.bootledger.traces.symbols.NoSymbolTableException;
import io.bootledger.traces.symbols.SymbolTable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads an input, tells of it in every way, and holds the answers against the laws; whatever it throws is a finding. */
final class Examination {
    private static final String SOURCE = "boot.log";

    private final CommandExamination commands;
    private final Tally tally;

    Examination(CommandExamination commands, Tally tally) {
        this.commands = commands;
        this.tally = tally;
    }

    void of(Input input, Depth depth) throws IOException {
        tally.input(input, depth);
        switch (input.kind()) {
            case LOG -> log(input.bytes(), depth);
            case EVENTS -> events(input.bytes(), depth);
            case SYMBOLS -> symbols(input.bytes());
            case BUDGET, SCENARIO -> commands.document(input);
        }
    }

    private void log(byte[] log, Depth depth) throws IOException {
        List<RecordedEvent> events = new ArrayList<>();
        List<BootAnalysis> boots = new ArrayList<>();
        if (!read(log, events, boots)) {
            return;
        }
        tally.boots(boots);
        boots.forEach(BootLaws::hold);
        byte[] told = told(boots);
        if (depth.includes(Depth.AGAIN)) {
            again(log, events, told);
        }
        further(log, boots, depth);
    }

    private void further(byte[] input, List<BootAnalysis> boots, Depth depth) throws IOException {
        if (depth.includes(Depth.EXPORTS)) {
            JsonLaws.schema(JsonLaws.parsed(json(boots)));
            commands.exports(input);
        }
        if (depth.includes(Depth.COMMANDS)) {
            commands.log(input);
        }
    }

    /** Whether it could be read to its end; a cut archive cannot. */
    private static boolean read(byte[] log, List<RecordedEvent> events, List<BootAnalysis> boots) {
        BootAnalyzer analyzer = new BootAnalyzer(SOURCE, AnalysisOptions.LOG_ONLY, boots::add);
        try (LogSource source = LogSource.stream(SOURCE, new ByteArrayInputStream(log))) {
            LogContents contents = LogReader.read(source, ReadingOptions.EVERYTHING, event -> {
                events.add(event);
                analyzer.accept(event);
            });
            EventLaws.hold(events, contents);
            return true;
        } catch (IOException unreadable) {
            saysWhy(unreadable);
            return false;
        }
    }

    /** That it ends too early needs no words. */
    private static void saysWhy(IOException unreadable) {
        Law.holds(
                unreadable instanceof EOFException || unreadable.getMessage() != null,
                () -> "unreadable without a word: " + unreadable);
    }

    /** All that is told of the boots, as text and as JSON. */
    private static byte[] told(List<BootAnalysis> boots) throws IOException {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        BootList list = new BootList(TextLayout.PLAIN, List.of());
        for (BootAnalysis boot : boots) {
            told.writeBytes(TextReport.of(boot, TextLayout.PLAIN).getBytes(UTF_8));
            told.writeBytes(list.add(boot).getBytes(UTF_8));
        }
        TextLaws.terminal(told.toString(UTF_8));
        byte[] json = json(boots);
        JsonLaws.tells(JsonLaws.parsed(json), boots);
        told.writeBytes(json);
        return told.toByteArray();
    }

    private static byte[] json(List<BootAnalysis> boots) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonReport report = JsonReport.begin(out, List.of(SOURCE));
        for (BootAnalysis boot : boots) {
            report.add(boot);
        }
        report.end();
        return out.toByteArray();
    }

    /** Read again, the log says the same, and so do its events when they are read from their file. */
    private static void again(byte[] log, List<RecordedEvent> events, byte[] told) throws IOException {
        List<BootAnalysis> boots = new ArrayList<>();
        read(log, new ArrayList<>(), boots);
        Law.holds(Arrays.equals(told, told(boots)), () -> "the same log is told in other words");
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        List<RecordedEvent> ofOne = new ArrayList<>();
        for (RecordedEvent event : events) {
            EventLaws.asMessage(event.event());
            ofOne.add(event);
            if (event.event() instanceof BootRecorded) {
                file.writeBytes(EventLaws.onFile(ofOne));
                ofOne.clear();
            }
        }
        if (file.size() > 0) {
            List<BootAnalysis> fromFile = new ArrayList<>();
            trace(file.toByteArray(), fromFile);
            Law.holds(Arrays.equals(told, told(fromFile)), () -> "its events tell of the log in other words");
        }
    }

    /** Events need not be ours: only what is told of them has to be sound. */
    private void events(byte[] file, Depth depth) throws IOException {
        List<BootAnalysis> boots = new ArrayList<>();
        try {
            trace(file, boots);
        } catch (IOException damaged) {
            saysWhy(damaged);
        }
        tally.boots(boots);
        told(boots);
        further(file, boots, depth);
    }

    private static void trace(byte[] file, List<BootAnalysis> boots) throws IOException {
        BootAnalyzer analyzer = new BootAnalyzer(SOURCE, AnalysisOptions.LOG_ONLY, boots::add);
        LogSource source = LogSource.stream(SOURCE, new ByteArrayInputStream(file));
        TraceReader.read(source, ReadingOptions.EVERYTHING, analyzer);
    }

    private static void symbols(byte[] table) throws IOException {
        try {
            SymbolTable.read(new ByteArrayInputStream(table));
        } catch (NoSymbolTableException none) {
            Law.holds(none.getMessage() != null, () -> "no table without a word");
        }
    }
}
