package io.bootledger.cli.live;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.replay.ReachedMilestone;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.reports.text.many.StateLine;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Shows on standard error what a boot is doing. */
public interface LiveDisplay {
    /** @param sinceUs time that has passed since the last line came */
    void show(BootAnalysis soFar, long sinceUs);

    /** The boot has ended, and what follows is of another one. */
    void ends(BootAnalysis whole);

    /** On a terminal one line, written over again and again; elsewhere a line for each phase and level. */
    static LiveDisplay of(PrintWriter err, Surroundings here) {
        return here.errTerminal() ? new OneLine(raw(here), here.columns() - 1) : new LinePerChange(err);
    }

    /** A carriage return must come through; the line is {@linkplain StateLine safe} by itself. */
    private static PrintWriter raw(Surroundings here) {
        return new PrintWriter(new OutputStreamWriter(here.err(), StandardCharsets.UTF_8));
    }

    /** Takes no escape sequence: the line before is covered with blanks. */
    final class OneLine implements LiveDisplay {
        private final PrintWriter err;
        private final int width;

        OneLine(PrintWriter err, int width) {
            this.err = err;
            this.width = width;
        }

        @Override
        public void show(BootAnalysis soFar, long sinceUs) {
            String line = StateLine.now(soFar, sinceUs, width);
            err.print("\r" + line + " ".repeat(width - line.codePointCount(0, line.length())));
            err.flush();
        }

        @Override
        public void ends(BootAnalysis whole) {
            err.print("\r" + " ".repeat(width) + "\r");
            err.flush();
        }
    }

    /** Says each thing once. */
    final class LinePerChange implements LiveDisplay {
        private final PrintWriter err;
        private int said;

        LinePerChange(PrintWriter err) {
            this.err = err;
        }

        @Override
        public void show(BootAnalysis soFar, long sinceUs) {
            List<ReachedMilestone> reached = ReachedMilestone.of(soFar);
            for (; said < reached.size(); said++) {
                err.println(StateLine.reached(reached.get(said)));
            }
            err.flush();
        }

        @Override
        public void ends(BootAnalysis whole) {
            show(whole, 0);
            said = 0;
        }
    }
}
