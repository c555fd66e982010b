package io.bootledger.analyzer.axis;

import io.bootledger.traces.event.machine.LoaderMarked;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a log says of its stages.
 *
 * @param spoken in the order of their lines
 * @param banner where the kernel says its name; null where it does not
 * @param unpackedLine where the kernel is done with the initramfs, before it runs anything; 0 where it does not say so
 * @param lastLine the boot's last line; the last of those above while it is not known
 * @param host null where its clock is not there, or cannot be aligned
 * @param stretches the stamps of loaders, in the order of their lines
 * @param marks what loaders' own reports tell, as these do
 * @param startup null where systemd does not say that it is done
 */
record AxisLines(
        List<Spoken> spoken,
        @Nullable Spoken banner,
        long unpackedLine,
        long lastLine,
        @Nullable HostAlignment host,
        List<LoaderTime.Stretch> stretches,
        List<LoaderMarked> marks,
        @Nullable StartupFinished startup) {}
