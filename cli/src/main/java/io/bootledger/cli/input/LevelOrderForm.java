package io.bootledger.cli.input;

import io.bootledger.reports.LevelOrder;
import io.bootledger.reports.csv.CsvReport;
import io.bootledger.reports.json.LevelOrderJson;
import io.bootledger.reports.text.many.LevelOrderReport;
import io.bootledger.reports.text.page.TextLayout;
import io.bootledger.traces.event.InitcallLevel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the order of initcalls is written, boot by boot. */
public record LevelOrderForm(OutputStream out, Writer writer, Ending ending) {
    interface Writer {
        void write(LevelOrder shown) throws IOException;
    }

    interface Ending {
        void write() throws IOException;
    }

    public interface Beginning {
        LevelOrderForm on(OutputStream out) throws IOException;
    }

    public static LevelOrderForm text(OutputStream out, TextLayout layout) {
        Writer writer =
                shown -> out.write((LevelOrderReport.of(shown, layout) + "\n").getBytes(StandardCharsets.UTF_8));
        return new LevelOrderForm(out, writer, () -> {});
    }

    public static LevelOrderForm csv(OutputStream out, @Nullable InitcallLevel only) throws IOException {
        CsvReport report = CsvReport.order(out, only);
        return new LevelOrderForm(out, shown -> report.add(shown.boot()), report::end);
    }

    public static LevelOrderForm json(OutputStream out, List<String> sources) throws IOException {
        LevelOrderJson report = LevelOrderJson.begin(out, sources);
        return new LevelOrderForm(out, report::add, report::end);
    }
}
