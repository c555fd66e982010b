package io.bootledger.cli.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What to call the kernel of a symbol table when nobody says. */
public final class KernelName {
    private static final Pattern COMPRESSED = Pattern.compile("\\.(gz|xz|zst|bz2)$");
    private static final Pattern WITH_RELEASE = Pattern.compile("(?:System\\.map|kallsyms|vmlinux)-(\\d.*)");
    private static final Path RUNNING = Path.of("/proc/kallsyms");
    private static final Path RUNNING_RELEASE = Path.of("/proc/sys/kernel/osrelease");

    /** The release where the file's name has it, or the kernel is the one that runs; else directory and file. */
    public static String of(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        if (whole.equals(RUNNING)) {
            return runningRelease();
        }
        String name = COMPRESSED.matcher(whole.getFileName().toString()).replaceFirst("");
        Matcher release = WITH_RELEASE.matcher(name);
        if (release.matches()) {
            return release.group(1);
        }
        Path parent = whole.getParent();
        Path directory = parent == null ? null : parent.getFileName();
        return directory == null ? name : directory + "/" + name;
    }

    private static String runningRelease() {
        try {
            return Files.readString(RUNNING_RELEASE).strip();
        } catch (IOException e) {
            return RUNNING.toString();
        }
    }

    private KernelName() {}
}
