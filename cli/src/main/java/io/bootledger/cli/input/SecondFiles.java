package io.bootledger.cli.input;

import io.bootledger.analyzer.axis.SecondFile;
import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.Complaint;
import io.bootledger.traces.format.Grab;
import io.bootledger.traces.format.LogSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads files that tell of the same boot besides its log, plain or compressed. */
public final class SecondFiles {
    private static final String OPTION = "--with ";
    /** A hundred times the picture of a large machine's units. */
    private static final int LARGEST = 1 << 24;

    private SecondFiles() {}

    public static List<SecondFile> read(List<String> names) {
        List<SecondFile> files = new ArrayList<>();
        for (String name : names) {
            SecondFile file = SecondFile.of(name, lines(name));
            if (file.isNothing()) {
                throw CommandFailure.unreadable(
                        OPTION + name
                                + ": nothing of it is read: give what systemd-analyze says (time, blame, critical-chain, plot, dump),"
                                + " U-Boot's bootstage report, cbmem -t, or the files of /sys/firmware/acpi/fpdt/boot",
                        null);
            }
            files.add(file);
        }
        return files;
    }

    private static List<String> lines(String name) {
        try (LogSource source = LogSource.file(Path.of(name))) {
            Grab grab = source.grab();
            if (grab != null) {
                List<String> lines = new ArrayList<>(grab.lines(Grab.SYSTEMD));
                lines.addAll(grab.lines(Grab.BLAME));
                lines.addAll(grab.lines(Grab.CHAIN));
                return lines;
            }
            byte[] bytes = source.stream().readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new IOException("it is larger than " + (LARGEST >> 20) + " MiB");
            }
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        } catch (InvalidPathException e) {
            throw CommandFailure.usage(OPTION + name + ": no file can have this name");
        } catch (IOException e) {
            throw CommandFailure.unreadable(Complaint.reading(OPTION + name, e), e);
        }
    }
}
