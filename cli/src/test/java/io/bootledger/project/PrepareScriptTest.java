package io.bootledger.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code templates/boot/prepare.sh} where no package list is there, as in a fresh container; its packages are a folder of ours. */
@Timeout(100)
class PrepareScriptTest {
    private static final Path SCRIPT = Checkout.path("templates/boot/prepare.sh");

    /** Packages with a program each, which says its name; busybox gives on what it reads. */
    private static final String PACKAGES = """
            set -eu
            package() {
                mkdir -p "tree/DEBIAN" "tree/$(dirname "$2")"
                printf '#!/bin/sh\\n%s\\n' "$3" >"tree/$2"
                chmod +x "tree/$2"
                { echo "Package: $1"; echo "Version: 1"; echo "Architecture: all"; echo "Maintainer: a <a@b>"
                  [ -z "${4:-}" ] || echo "Depends: $4"; echo "Description: $1"; } >tree/DEBIAN/control
                dpkg-deb --root-owner-group -b tree "$1.deb" >/dev/null
                { cat tree/DEBIAN/control; echo "Filename: ./$1.deb"; echo "Size: $(wc -c <"$1.deb")"
                  echo "SHA256: $(sha256sum "$1.deb" | cut -d ' ' -f 1)"; echo; } >>Packages
                rm -r tree
            }
            package qemu-system-x86 usr/bin/qemu-system-x86_64 'echo QEMU' 'library-of-qemu, seabios'
            package library-of-qemu usr/lib/library-of-qemu.so ''
            for one in seabios qemu-system-common qemu-system-data; do package $one usr/share/$one ''; done
            package busybox-static bin/busybox cat
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void theseAreHere() {
        for (String program : new String[] {"apt-get", "apt-cache", "dpkg-deb"}) {
            assumeThat(Path.of("/usr/bin", program))
                    .as(program + ", without which prepare.sh fetches nothing")
                    .exists();
        }
        assumeThat(System.getProperty("os.arch")).as("prepare.sh is for x86_64").isEqualTo("amd64");
    }

    private record Ended(int exitCode, String output) {}

    private Ended run(String... command) throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.directory(Files.createDirectories(folder.resolve("packages")).toFile());
        Map<String, String> environment = builder.environment();
        environment.put("APT_CONFIG", folder.resolve("apt.conf").toString());
        environment.put("PATH", folder.resolve("bin") + ":" + environment.get("PATH"));
        Process process = builder.start();
        assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), Files.readString(said, StandardCharsets.UTF_8));
    }

    /** An apt without a list, whose only source is that one; sudo is for those who need it, and keeps its settings. */
    private void apt(String source) throws IOException {
        for (String place : new String[] {"lists/partial", "cache/archives/partial", "bin"}) {
            Files.createDirectories(folder.resolve(place));
        }
        Files.writeString(folder.resolve("sources.list"), source);
        Files.writeString(folder.resolve("status"), "");
        Files.writeString(folder.resolve("apt.conf"), """
                Dir::State::Lists "%1$s/lists";
                Dir::State::status "%1$s/status";
                Dir::Cache "%1$s/cache";
                Dir::Etc::sourcelist "%1$s/sources.list";
                Dir::Etc::sourceparts "/dev/null";
                Dir::Etc::preferencesparts "/dev/null";
                APT::Sandbox::User "root";
                """.formatted(folder));
        Path sudo = Files.writeString(folder.resolve("bin/sudo"), "#!/bin/sh\nshift\nexec \"$@\"\n");
        assertThat(sudo.toFile().setExecutable(true)).isTrue();
    }

    private Ended prepare() throws IOException, InterruptedException {
        return run("sh", SCRIPT.toString(), folder.resolve("place").toString(), "--without-kernel");
    }

    @Test
    void withoutListsTheyAreFetchedFirst() throws Exception {
        apt("deb [trusted=yes] file:" + folder.resolve("packages") + " ./\n");
        Ended made = run("sh", "-c", PACKAGES);
        assertThat(made.exitCode()).as(made.output()).isZero();

        Ended prepared = prepare();

        assertThat(prepared.exitCode()).as(prepared.output()).isZero();
        Path place = folder.resolve("place");
        assertThat(place.resolve("root/usr/bin/qemu-system-x86_64")).isExecutable();
        assertThat(place.resolve("root/usr/lib/library-of-qemu.so"))
                .as("what it depends on")
                .exists();
        assertThat(place.resolve("initramfs.cpio.gz")).isNotEmptyFile();
    }

    @Test
    void whereNoneCanBeFetchedOneSentenceSaysSo() throws Exception {
        apt("");

        Ended prepared = prepare();

        assertThat(prepared.exitCode()).as(prepared.output()).isEqualTo(3);
        assertThat(prepared.output())
                .isEqualTo("prepare.sh: no package qemu-system-x86 is known: run apt-get update first\n");
    }
}
