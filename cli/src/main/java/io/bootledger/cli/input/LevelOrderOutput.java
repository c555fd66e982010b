package io.bootledger.cli.input;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.levels.OrderComparison;
import io.bootledger.analyzer.levels.TableDiagnostics;
import io.bootledger.cli.output.ResultSink;
import io.bootledger.cli.process.TextFiles;
import io.bootledger.cli.process.WholeFile;
import io.bootledger.cli.process.Writing;
import io.bootledger.reports.LevelOrder;
import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.symbols.SymbolTable;
import org.jspecify.annotations.Nullable;

/** The order of each boot's initcalls, as the boots come. */
public final class LevelOrderOutput implements ResultSink {
    /**
     * What is shown of each boot.
     *
     * @param only this level alone; null for all
     */
    public record Shown(@Nullable InitcallLevel only, LevelSources.Read sources) {
        LevelOrder of(BootAnalysis boot) {
            return new LevelOrder(boot, only, compared(boot), sources.taught());
        }

        private @Nullable OrderComparison compared(BootAnalysis boot) {
            SymbolTable table = sources.options().symbols();
            if (table == null || !table.ordered()) {
                return null;
            }
            OrderComparison order = TableDiagnostics.compared(table, boot.timeline());
            return order.calls() == 0 || order.ofAnotherKernel() ? null : order;
        }
    }

    private final String place;
    private final LevelOrderForm form;
    private final Shown shown;

    /** @param place where it goes: a file, or {@code -} for standard output */
    public LevelOrderOutput(String place, LevelOrderForm form, Shown shown) {
        this.place = place.equals(TextFiles.STANDARD_OUTPUT) ? "standard output" : place;
        this.form = form;
        this.shown = shown;
    }

    @Override
    public void boot(BootAnalysis boot) {
        Writing.to(place, () -> form.writer().write(shown.of(boot)));
    }

    @Override
    public void finish() {
        Writing.to(place, () -> {
            form.ending().write();
            WholeFile.finish(form.out());
        });
    }

    @Override
    public void close() {
        Writing.to(place, () -> WholeFile.abandon(form.out()));
    }
}
