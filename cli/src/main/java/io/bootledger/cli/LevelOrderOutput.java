package io.bootledger.cli;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.levels.OrderComparison;
import io.bootledger.analyzer.levels.TableDiagnostics;
import io.bootledger.reports.LevelOrder;
import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.symbols.SymbolTable;
import org.jspecify.annotations.Nullable;

/** The order of each boot's initcalls on standard output, as the boots come. */
final class LevelOrderOutput implements ResultSink {
    private final LevelOrderForm form;
    private final @Nullable InitcallLevel only;
    private final LevelSources.Read sources;

    LevelOrderOutput(LevelOrderForm form, @Nullable InitcallLevel only, LevelSources.Read sources) {
        this.form = form;
        this.only = only;
        this.sources = sources;
    }

    @Override
    public void boot(BootAnalysis boot) {
        LevelOrder shown = new LevelOrder(boot, only, compared(boot), sources.taught());
        Writing.to("standard output", () -> form.writer().write(shown));
    }

    private @Nullable OrderComparison compared(BootAnalysis boot) {
        SymbolTable table = sources.options().symbols();
        if (table == null || !table.ordered()) {
            return null;
        }
        OrderComparison order = TableDiagnostics.compared(table, boot.timeline());
        return order.calls() == 0 || order.ofAnotherKernel() ? null : order;
    }

    @Override
    public void finish() {
        Writing.to("standard output", () -> {
            form.ending().write();
            form.out().flush();
        });
    }
}
