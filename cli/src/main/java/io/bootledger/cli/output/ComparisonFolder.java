package io.bootledger.cli.output;

import io.bootledger.analyzer.compare.Comparison;
import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.Writing;
import io.bootledger.reports.NoFontsException;
import io.bootledger.reports.csv.ComparisonCsv;
import io.bootledger.reports.html.ComparisonPage;
import io.bootledger.reports.json.ComparisonJson;
import io.bootledger.reports.png.WaterfallPicture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** {@code --out}: the directory of a comparison, there whole or not at all. */
public final class ComparisonFolder {
    private final Path wanted;
    private @Nullable NoFontsException noFonts;

    private ComparisonFolder(Path wanted) {
        this.wanted = wanted;
    }

    /** Writes it. A machine without fonts gets the rest of its report, and is told. */
    public static void write(Path wanted, Comparison comparison) {
        ComparisonFolder folder = new ComparisonFolder(wanted);
        Writing.to(wanted, () -> folder.fill(comparison));
        if (folder.noFonts != null) {
            throw CommandFailure.unreadable(wanted + " has " + folder.noFonts.getMessage(), folder.noFonts);
        }
    }

    private void fill(Comparison comparison) throws IOException {
        try (ReportDirectory directory = ReportDirectory.at(wanted)) {
            Path folder = directory.path();
            Files.writeString(folder.resolve("index.html"), ComparisonPage.of(comparison));
            Files.writeString(folder.resolve("comparison.json"), ComparisonJson.of(comparison));
            Files.writeString(folder.resolve("initcalls.csv"), ComparisonCsv.of(comparison));
            byte[] picture = picture(comparison);
            if (picture.length > 0) {
                Files.write(folder.resolve("waterfall.png"), picture);
            }
            directory.finish();
        }
    }

    private byte[] picture(Comparison comparison) throws IOException {
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        try {
            WaterfallPicture.write(comparison, picture);
        } catch (NoFontsException e) {
            noFonts = e;
        }
        return picture.toByteArray();
    }
}
