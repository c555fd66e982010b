package io.bootledger.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** How far a run over many logs is: a bar on standard error, for people only. */
final class Progress implements AutoCloseable {
    private final @Nullable ProgressBar bar;

    private Progress(@Nullable ProgressBar bar) {
        this.bar = bar;
    }

    static Progress none() {
        return new Progress(null);
    }

    static Progress of(long logs, Surroundings here) {
        PrintStream err = new PrintStream(here.err(), true, StandardCharsets.UTF_8);
        return new Progress(new ProgressBarBuilder()
                .setTaskName("Reading")
                .setUnit(" logs", 1)
                .setInitialMax(logs)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .setConsumer(new ConsoleProgressBarConsumer(err, here.columns() - 1))
                .clearDisplayOnFinish()
                .build());
    }

    /** One log is done. */
    void step() {
        if (bar != null) {
            bar.step();
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
