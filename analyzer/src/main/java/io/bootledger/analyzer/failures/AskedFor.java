package io.bootledger.analyzer.failures;

import io.bootledger.analyzer.reading.CommandLine;
import io.bootledger.analyzer.timeline.Initcall;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks an initcall for. If it returns an error then, the boot did not get it, however harmless that error is
 * where nobody asked.
 *
 * @param word the parameter
 * @param notAsking values by which it asks for nothing
 * @param initcall the function that does it, built in
 * @param missing what the boot then goes without
 */
record AskedFor(String word, Set<String> notAsking, String initcall, String missing) {
    private static final List<AskedFor> ALL = List.of(
            // net/ipv4/ipconfig.c, ip_auto_config_setup: ENODEV when no device came within 12 s, EPERM when no answer
            // did
            network("ip"),
            network("nfsaddrs"),
            // drivers/net/netconsole.c, init_netconsole: without NETCONSOLE_DYNAMIC the first bad target ends it
            new AskedFor("netconsole", Set.of(""), "init_netconsole", "a console over the network"),
            // drivers/md/dm-init.c, dm_init_init
            new AskedFor(
                    "dm-mod.create", Set.of(""), "dm_init_init", "device-mapper devices, a root among them perhaps"),
            // drivers/cpufreq/amd-pstate.c, amd_pstate_param and amd_pstate_init
            new AskedFor("amd_pstate", Set.of("", "disable"), "amd_pstate_init", "the amd-pstate frequency driver"),
            // drivers/mtd/devices/block2mtd.c, block2mtd_init; phram.c, init_phram
            new AskedFor("block2mtd.block2mtd", Set.of(""), "block2mtd_init", "an MTD on a block device"),
            new AskedFor("phram.phram", Set.of(""), "init_phram", "an MTD in memory"));

    private static AskedFor network(String word) {
        return new AskedFor(word, Set.of("", "off", "none"), "ip_auto_config", "a configured network");
    }

    /** What a boot asked an initcall for that failed; null when it asked for nothing. */
    static @Nullable AskedFor of(Initcall failed, CommandLine line) {
        return failed.module() != null
                ? null
                : ALL.stream()
                        .filter(asked -> asked.initcall.equals(failed.function()) && asked.stands(line))
                        .findFirst()
                        .orElse(null);
    }

    private boolean stands(CommandLine line) {
        String value = line.value(word);
        return value != null && !notAsking.contains(value);
    }

    String sentence(CommandLine line) {
        return word + "=" + line.value(word) + " asks for " + missing + ", and the boot did not get it";
    }
}
