package io.bootledger.cli.output;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.cli.process.Writing;
import io.bootledger.reports.text.BootList;
import io.bootledger.reports.text.TextReport;
import io.bootledger.reports.text.page.TextLayout;
import io.bootledger.traces.format.Grab;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The summary of one boot, or a line for each of several as they come and a table over all. */
public final class TextOutput implements ResultSink {
    private final OutputStream out;
    private final TextLayout layout;
    private final BiFunction<BootAnalysis, TextLayout, String> report;
    private final BootList list;
    private @Nullable BootAnalysis only;
    private String gathered = "";
    private long boots;

    public TextOutput(OutputStream out, TextLayout layout, List<String> sources) {
        this(out, layout, sources, TextReport::of);
    }

    /** @param report what is written of one boot */
    public TextOutput(
            OutputStream out,
            TextLayout layout,
            List<String> sources,
            BiFunction<BootAnalysis, TextLayout, String> report) {
        this.out = out;
        this.layout = layout;
        this.report = report;
        this.list = new BootList(layout, sources);
    }

    @Override
    public void grab(Grab grab) {
        gathered = GrabText.of(grab);
    }

    @Override
    public void boot(BootAnalysis boot) {
        boots++;
        if (boots == 1) {
            only = boot;
            return;
        }
        if (only != null) {
            print(list.add(only) + "\n");
            only = null;
        }
        print(list.add(boot) + "\n");
    }

    @Override
    public boolean leavesOut() {
        return true;
    }

    @Override
    public void finish() {
        print(only != null ? report.apply(only, layout) + gathered : "\n" + list.table());
    }

    private void print(String text) {
        Writing.to("standard output", () -> {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        });
    }
}
