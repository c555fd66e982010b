package io.bootledger.cli.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.bootledger.project.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Debian's kernel for clouds in QEMU, both unpacked below {@code target} from packages, as templates/boot does it. */
final class RealKernel {
    private static final Path PLACE = Checkout.path("cli/target/real-boots");
    private static final int NOT_TO_BE_HAD = 3;

    /** Fetches what is not there yet; a test that asks for it is skipped where it cannot be had, with the reason. */
    static RealKernel prepared() throws Exception {
        prepare(PLACE.toString());
        return new RealKernel();
    }

    private static void prepare(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(script("prepare.sh")));
        command.addAll(List.of(words));
        Ended prepare = run(command);
        assumeThat(prepare.exitCode()).as(prepare.output()).isNotEqualTo(NOT_TO_BE_HAD);
        assertThat(prepare.exitCode()).as(prepare.output()).isZero();
    }

    private static String script(String name) {
        return Checkout.path("templates/boot/" + name).toString();
    }

    /** What a program said. */
    record Ended(int exitCode, String output) {}

    static Ended run(List<String> command) throws IOException, InterruptedException {
        Path said = Files.createTempFile("said", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
            return new Ended(process.exitValue(), Files.readString(said));
        } finally {
            Files.delete(said);
        }
    }

    /** A command that boots it, with these words more on its command line. */
    String boots(String words) {
        return boots("initramfs.cpio.gz", words);
    }

    /** The same with an initramfs that is 32 MiB larger. */
    String bootsLarger(String words) throws Exception {
        Path larger = PLACE.resolve("larger.cpio.gz");
        if (!Files.exists(larger)) {
            String script =
                    "cd \"$1\" && head -c 33554432 /dev/urandom >pad && echo pad | root/bin/busybox cpio -o -H newc"
                            + " | gzip -1 | cat initramfs.cpio.gz - >larger.new && mv larger.new larger.cpio.gz && rm pad";
            assertThat(run(List.of("sh", "-c", script, "sh", PLACE.toString())).exitCode())
                    .isZero();
        }
        return boots(larger.getFileName().toString(), words);
    }

    /** The same, started by UEFI firmware. Its clock is told by the HPET: the PIT of a busy host can be off sevenfold. */
    String bootsByFirmware(Path esp) throws Exception {
        prepare(PLACE.toString(), "--with-ovmf");
        return "QEMU_FIRMWARE='" + PLACE.resolve("root/usr/share/ovmf/OVMF.fd") + "' QEMU_ESP='" + esp
                + "' QEMU_OPTIONS='-machine pit=off' " + boots("");
    }

    private static String boots(String initramfs, String words) {
        return "QEMU_ROOT='" + PLACE.resolve("root") + "' '" + script("qemu.sh") + "' '" + PLACE.resolve("vmlinuz")
                + "' '" + PLACE.resolve(initramfs) + "' " + words;
    }
}
