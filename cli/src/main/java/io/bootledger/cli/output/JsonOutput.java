package io.bootledger.cli.output;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.cli.process.WholeFile;
import io.bootledger.cli.process.Writing;
import io.bootledger.reports.json.JsonReport;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The analysis of all boots as one JSON document, begun with the first boot. */
final class JsonOutput implements ResultSink {
    private final Object place;
    private final OutputStream out;
    private final List<String> sources;
    private @Nullable JsonReport report;

    /** @param place where it goes, for people */
    JsonOutput(Object place, OutputStream out, List<String> sources) {
        this.place = place;
        this.out = out;
        this.sources = sources;
    }

    @Override
    public void boot(BootAnalysis boot) {
        Writing.to(place, () -> begun().add(boot));
    }

    private JsonReport begun() throws IOException {
        if (report == null) {
            report = JsonReport.begin(out, sources);
        }
        return report;
    }

    @Override
    public void finish() {
        Writing.to(place, () -> {
            begun().end();
            WholeFile.finish(out);
        });
    }

    @Override
    public boolean tellsOfNone() {
        return true;
    }

    @Override
    public void close() {
        Writing.to(place, () -> WholeFile.abandon(out));
    }
}
