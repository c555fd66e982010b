package io.bootledger.cli.boot;

import io.bootledger.cli.input.BootSet;
import io.bootledger.cli.process.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** {@code boot.json}: how the boots of a folder were made, for whoever asks later. Its fields are told in docs/boot.md. */
final class BootsDocument {
    private static final String NAME = "boot.json";
    private static final String SCHEMA = "bootledger/boot/v1";

    private BootsDocument() {}

    static void write(Path folder, BootLimits.Values limits, List<KeptBoot> boots) throws IOException {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        Pattern mark = limits.mark();
        document.put("schema", SCHEMA);
        document.put("mark", mark == null ? null : mark.pattern());
        document.put("timeout_us", limits.timeoutUs());
        document.put("boots", boots.stream().map(boot -> row(folder, boot)).toList());
        try (WholeFile file = WholeFile.at(folder.resolve(NAME))) {
            file.write(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(document));
            file.write('\n');
            file.finish();
        }
    }

    private static Map<String, @Nullable Object> row(Path folder, KeptBoot boot) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("side", boot.side().name());
        row.put("number", boot.number());
        row.put("log", folder.relativize(boot.log()).toString());
        row.put("stamps", folder.relativize(BootSet.stampsOf(boot.log())).toString());
        row.put("command", boot.side().command());
        row.put("ended", boot.end().toString());
        row.put("exit_code", boot.exitCode());
        row.put("wall_us", boot.wallUs());
        row.put("bytes", boot.bytes());
        row.put("lines", boot.lines());
        return row;
    }
}
