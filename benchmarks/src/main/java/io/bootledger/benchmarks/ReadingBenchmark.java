package io.bootledger.benchmarks;

import io.bootledger.analyzer.AnalysisOptions;
import io.bootledger.analyzer.BootAnalyzer;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.format.LogContents;
import io.bootledger.traces.format.LogReader;
import io.bootledger.traces.format.ReadingOptions;
import io.bootledger.traces.message.MessageTable;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** From bytes to a boot's views, part by part. One operation is one boot, but where another unit is said. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ReadingBenchmark {
    /** Finds 100,000 lines that a machine writes once it runs, and passes over them. */
    @Benchmark
    public LogContents scanOrdinaryLines(SampleBoot boot) throws IOException {
        return LogReader.read(SampleBoot.source(boot.ordinaryLines), ReadingOptions.NUMBERS, event -> {});
    }

    /** Reads each message of a boot, already freed of its frame. */
    @Benchmark
    public void readMessages(SampleBoot boot, Blackhole sink) {
        MessageTable table = new MessageTable();
        for (byte[] message : boot.messages) {
            sink.consume(table.read(message, 0, message.length));
        }
    }

    /** Reads a log into the events of its boot. */
    @Benchmark
    public void readLog(SampleBoot boot, Blackhole sink) throws IOException {
        LogReader.read(SampleBoot.source(boot.log), ReadingOptions.NUMBERS, sink::consume);
    }

    /** Folds the events of a boot into its views. */
    @Benchmark
    public void foldEvents(SampleBoot boot, Blackhole sink) {
        BootAnalyzer analyzer = new BootAnalyzer("log", AnalysisOptions.LOG_ONLY, sink::consume);
        for (RecordedEvent event : boot.events) {
            analyzer.accept(event);
        }
    }
}
