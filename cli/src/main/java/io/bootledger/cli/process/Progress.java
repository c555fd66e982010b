package io.bootledger.cli.process;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** How far a run over many logs or boots is: a bar on standard error, for people only. */
public final class Progress implements AutoCloseable {
    private final @Nullable ProgressBar bar;

    private Progress(@Nullable ProgressBar bar) {
        this.bar = bar;
    }

    public static Progress none() {
        return new Progress(null);
    }

    /** A bar where there are several, and someone sees standard error. */
    public static Progress ofMany(long count, String what, Surroundings here) {
        return count > 1 && here.errTerminal() ? of(count, what, here) : none();
    }

    public static Progress of(long logs, Surroundings here) {
        return of(logs, "logs", here);
    }

    private static Progress of(long count, String what, Surroundings here) {
        PrintStream err = new PrintStream(here.err(), true, StandardCharsets.UTF_8);
        return new Progress(new ProgressBarBuilder()
                .setTaskName("Reading")
                .setUnit(" " + what, 1)
                .setInitialMax(count)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .setConsumer(new ConsoleProgressBarConsumer(err, here.columns() - 1))
                .clearDisplayOnFinish()
                .build());
    }

    /** One is done. */
    public void step() {
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
