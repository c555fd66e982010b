package io.bootledger.cli.boot;

import io.bootledger.cli.process.WholeFile;
import io.bootledger.reports.json.JsonFieldWriter;
import io.bootledger.traces.format.HostStamps;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** {@code boot.json}: how the boots of a folder were made, for whoever asks later. Its fields are told in docs/boot.md. */
final class BootsDocument {
    private static final String NAME = "boot.json";
    private static final String SCHEMA = "bootledger/boot/v1";

    private BootsDocument() {}

    static void write(Path folder, BootLimits.Values limits, List<KeptBoot> boots) throws IOException {
        Pattern mark = limits.mark();
        String document = JsonFieldWriter.document(SCHEMA, fields -> {
            fields.text("mark", mark == null ? null : mark.pattern());
            fields.number("timeout_us", limits.timeoutUs());
            fields.rows("boots", boots, boot -> row(fields, folder, boot));
        });
        try (WholeFile file = WholeFile.at(folder.resolve(NAME))) {
            file.write(document.getBytes(StandardCharsets.US_ASCII));
            file.finish();
        }
    }

    private static void row(JsonFieldWriter fields, Path folder, KeptBoot boot) {
        fields.text("side", boot.side().name());
        fields.number("number", boot.number());
        fields.text("log", folder.relativize(boot.log()));
        fields.text("stamps", folder.relativize(HostStamps.of(boot.log())));
        fields.text("command", boot.side().command());
        fields.text("append", boot.side().append());
        fields.text("ended", boot.end());
        fields.number("exit_code", boot.exitCode());
        fields.number("wall_us", boot.wallUs());
        fields.number("bytes", boot.bytes());
        fields.number("lines", boot.lines());
    }
}
