package io.bootledger.traces.message;

import static io.bootledger.traces.message.Row.row;
import static io.bootledger.traces.message.Versions.ALL;

import io.bootledger.traces.event.machine.StageReported;
import io.bootledger.traces.stage.StageTable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What user space writes into the kernel's log, to tell who it is: here only how it begins, the rest is {@link StageTable}'s. */
final class StageMessages {
    private static final String SYSTEMD = "systemd[1]: ";

    static final List<Row<?>> ROWS = List.of(
            // src/core, but for what PhaseMessages reads of the boot
            begun(SYSTEMD, "systemd[1]: Detected architecture arm64.", "systemd[1]: Switching root."),
            begun(
                    "dracut",
                    "dracut: dracut-055-10.fc36",
                    "dracut-cmdline[211]: Using kernel command line parameters: ro"),
            // OpenWrt's and Android's
            begun("init: ", "init: Console is alive", "init: init second stage started!"),
            begun("procd: - ", "procd: - early -"));

    private static Row<StageReported> begun(String beginning, String... samples) {
        byte[] wanted = beginning.getBytes(StandardCharsets.US_ASCII);
        return row(StageReported.class, ALL, "%[" + beginning + "]")
                .scan(in ->
                        begins(in, wanted) ? notOfTheBoot(StageTable.behindKernel(in.bytes, in.from, in.end)) : null)
                .samples(samples);
    }

    private static boolean begins(Cursor in, byte[] wanted) {
        int end = in.from + wanted.length;
        return end <= in.end && Arrays.equals(in.bytes, in.from, end, wanted, 0, wanted.length);
    }

    private static @Nullable StageReported notOfTheBoot(@Nullable StageReported stage) {
        String text = stage == null ? "" : stage.text().toString();
        return text.startsWith(SYSTEMD + "Startup finished in ")
                        || text.startsWith(SYSTEMD + "systemd ") && text.contains(" running in ")
                ? null
                : stage;
    }

    private StageMessages() {}
}
