package io.bootledger.analyzer.axis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What each program prints is told by its lines. */
class SecondFileTest {
    private static SecondFile read(String text) {
        return SecondFile.of("a file", text.lines().toList());
    }

    private static List<String> units(SecondFile file) {
        return file.units().stream()
                .map(unit -> unit.name() + " " + unit.startUs() + " " + unit.activeUs() + " " + unit.tookUs())
                .toList();
    }

    @Test
    void timeAndBlame() {
        SecondFile file = read("""
                Startup finished in 14.007s (firmware) + 1.401s (loader) + 6.117s (kernel) + 26.187s (userspace) = 47.713s\s
                graphical.target reached after 26.150s in userspace.
                1min 4.005s apt-daily.service
                    5.120s dev-disk-by\\x2duuid-1.device
                     345ms ssh.service
                       9us tmp.mount
                """);

        assertThat(Objects.requireNonNull(file.startup()).totalUs()).isEqualTo(47_713_000);
        assertThat(units(file))
                .containsExactly(
                        "apt-daily.service null null 64005000",
                        "dev-disk-by\\x2duuid-1.device null null 5120000",
                        "ssh.service null null 345000",
                        "tmp.mount null null 9");
        assertThat(file.slowest(2)).extracting(UnitTime::name).first().isEqualTo("apt-daily.service");
    }

    @Test
    void criticalChain() {
        SecondFile file = read("""
                The time when unit became active or started is printed after the "@" character.
                The time the unit took to start is printed after the "+" character.

                graphical.target @26.150s
                └─multi-user.target @26.149s
                  └─ssh.service @5.100s +345ms
                    └─network.target @5.080s
                      `-systemd-tmpfiles-setup.service @1min 2.001s +12ms
                        └─-.mount
                """);

        assertThat(file.chain())
                .containsExactly(
                        "graphical.target",
                        "multi-user.target",
                        "ssh.service",
                        "network.target",
                        "systemd-tmpfiles-setup.service",
                        "-.mount");
        assertThat(units(file))
                .contains("ssh.service null 5445000 345000", "systemd-tmpfiles-setup.service null 62013000 12000");
    }

    @Test
    void behindWhatTookTimeAChainTellsWhenItBegan() {
        SecondFile file = read("""
                multi-user.target @9.650s
                ├─docker.service @5.112s +4.537s
                │ └─network-online.target @5.100s
                └─cron.service @6.000s
                """);

        assertThat(units(file))
                .contains("docker.service null 9649000 4537000", "network-online.target null 5100000 null");
        assertThat(file.lastBefore(file.units().get(0))).isEqualTo("docker.service");
    }

    @Test
    void coloursTakeNothingAway() {
        SecondFile file = read("""
                multi-user.target @9.650s
                └─\u001b[0;1;31mdocker.service @5.112s +4.537s\u001b[0m
                  └─\u001b]8;;file://board/basic.target\u0007basic.target\u001b]8;;\u0007 @1.880s
                """);

        assertThat(file.chain()).containsExactly("multi-user.target", "docker.service", "basic.target");
        assertThat(file.units())
                .extracting(unit -> unit.name() + " " + unit.after())
                .contains("multi-user.target [docker.service]", "docker.service [basic.target]");
    }

    @Test
    void firmwaresMarksStandByTime() {
        SecondFile file = read("""
                /sys/firmware/acpi/fpdt/boot/bootloader_launch_ns:8251372510
                /sys/firmware/acpi/fpdt/boot/bootloader_load_ns:8250110000
                /sys/firmware/acpi/fpdt/boot/exitbootservice_end_ns:10251372510
                /sys/firmware/acpi/fpdt/boot/exitbootservice_start_ns:10240000000
                /sys/firmware/acpi/fpdt/boot/firmware_start_ns:25000000
                """);

        assertThat(file.marks())
                .extracting(mark -> mark.name() + " " + mark.us() + " " + mark.tookUs())
                .containsExactly(
                        "firmware_start 25000 0",
                        "bootloader_load 8250110 8225110",
                        "bootloader_launch 8251372 1262",
                        "exitbootservice_start 10240000 1988628",
                        "exitbootservice_end 10251372 11372");
    }

    @Test
    void whatStandsToTheRightInAChainWasWaitedFor() {
        SecondFile file = read("""
                graphical.target @26.150s
                └─multi-user.target @26.149s
                  ├─ssh.service @5.100s +345ms
                  │ └─network.target @5.080s
                  └─cron.service @6.000s
                """);

        assertThat(file.units())
                .extracting(unit -> unit.name() + " " + unit.after())
                .containsExactlyInAnyOrder(
                        "graphical.target [multi-user.target]",
                        "multi-user.target [ssh.service, cron.service]",
                        "ssh.service [network.target]",
                        "network.target []",
                        "cron.service []");
        UnitTime multiUser = file.units().stream()
                .filter(unit -> unit.name().equals("multi-user.target"))
                .findFirst()
                .orElseThrow();
        assertThat(file.lastBefore(multiUser)).isEqualTo("cron.service");
    }

    @Test
    void whatADumpTellsOfDependencies() {
        SecondFile file = read("""
                Timestamp firmware: Thu 2026-01-01 10:00:00 UTC
                -> Unit ssh.service:
                	Description: OpenBSD Secure Shell server
                	After: network.target (origin-file destination-implicit)
                	After: -.mount
                	Requires: -.mount (origin-path)
                	Before: multi-user.target (origin-file)
                -> Job 12:
                	After: no.service
                345ms ssh.service
                [{"name":"network.target","activating":3000000,"time":20},{"name":"-.mount","activating":1000,"time":10}]
                """);

        UnitTime ssh = file.slowest(1).get(0);
        assertThat(ssh.after()).containsExactly("network.target", "-.mount");
        assertThat(ssh.requires()).containsExactly("-.mount");
        assertThat(ssh.tookUs()).isEqualTo(345_000);
        assertThat(file.lastBefore(ssh)).isEqualTo("network.target");
        assertThat(file.units()).noneMatch(unit -> unit.after().contains("no.service"));
    }

    @Test
    void plotAsPictureAndAsJson() {
        SecondFile picture = read("""
                <rect class="activating" x="312.040" y="40.000" width="34.500" height="19.000" />
                <rect class="active" x="346.540" y="40.000" width="100.000" height="19.000" />
                <text class="left" x="317.040" y="54.000">ssh.service (345ms)</text>
                <rect class="activating" x="2.500" y="60.000" width="0.000" height="19.000" />
                <text class="right" x="-2.500" y="74.000">-.mount</text>
                <text class="left" x="400.000" y="94.000">no-bar.target</text>
                """);
        SecondFile json =
                read("[{\"name\":\"ssh.service\",\"activated\":3465400,\"activating\":3120400,\"time\":345000,"
                        + "\"deactivated\":null,\"deactivating\":null},{\"name\":\"-.mount\",\"activated\":null,\"activating\":null,"
                        + "\"time\":null}]");

        assertThat(units(picture))
                .containsExactly(
                        "ssh.service 3120400 null 345000", "-.mount 25000 null 0", "no-bar.target null null null");
        assertThat(units(json)).containsExactly("ssh.service 3120400 null 345000", "-.mount null null null");
    }

    @Test
    void jsonWithALineForEachField() {
        String unit =
                "\t{\n\t\t\"name\" : \"%s\",\n\t\t\"activated\" : 7,\n\t\t\"activating\" : %s,\n\t\t\"time\" : %s\n\t}";
        SecondFile file = read("[\n" + unit.formatted("ssh.service", "3120400", "345000") + ",\n"
                + unit.formatted("-.mount", "null", "null") + "\n]\n\"time\" : 5\n");

        assertThat(units(file)).containsExactly("ssh.service 3120400 null 345000", "-.mount null null null");
    }

    @Test
    void whatLoadersNoted() {
        SecondFile uBoot = read("""
                Timer summary in microseconds (5 records):
                       Mark    Elapsed  Stage
                          0          0  reset
                    247,211    247,211  board_init_f
                  3,575,678  3,328,467  board_init_r start
                 29,916,167 26,340,489  bootm_start

                Accumulated time:
                                79,252  dm_r
                """);
        SecondFile coreboot = read("""
                3 entries total:

                   0:1st timestamp                                     239,841
                  11:start of bootblock                                240,123 (282)
                  12:end of bootblock                                  250,000 (9,877)

                Total Time: 10,159
                """);
        SecondFile firmware = read("""
                /sys/firmware/acpi/fpdt/boot/bootloader_launch_ns:5000000000
                /sys/firmware/acpi/fpdt/boot/exitbootservice_end_ns:7500000000
                """);

        assertThat(uBoot.marks())
                .extracting(mark -> mark.name() + " " + mark.us() + " " + mark.tookUs())
                .containsExactly(
                        "reset 0 0",
                        "board_init_f 247211 247211",
                        "board_init_r start 3575678 3328467",
                        "bootm_start 29916167 26340489");
        assertThat(coreboot.marks())
                .extracting(mark -> mark.clock() + " " + mark.name() + " " + mark.us() + " " + mark.tookUs())
                .containsExactly(
                        "coreboot 1st timestamp 239841 0",
                        "coreboot start of bootblock 240123 282",
                        "coreboot end of bootblock 250000 9877");
        assertThat(firmware.marks()).extracting(LoaderMark::us).containsExactly(5_000_000L, 7_500_000L);
    }

    @Test
    void nothingElseIsRead() {
        assertThat(read("hello\n[    0.000000] Linux version 6.1\nssh.service\n1 2  a\n12:a b 5\n")
                        .isNothing())
                .isTrue();
        assertThat(read("[{\"name\":\"ssh.service\",\"activated\":34").isNothing())
                .as("JSON that breaks off behind a name")
                .isTrue();
        assertThat(read("x".repeat(1 << 20) + "\n" + "-".repeat(1 << 20)).isNothing())
                .isTrue();
    }
}
