package io.bootledger.analyzer.advice;

import static io.bootledger.analyzer.advice.Amount.text;
import static io.bootledger.analyzer.advice.Amount.time;

import io.bootledger.analyzer.ledger.Account;
import java.util.List;

/** Accounts of the ledger that are not initcalls, and need not be so long. */
final class WaitRules {
    private static final long LEAST_US = 100_000;

    private WaitRules() {}

    static List<Advice> cpus(Grounds grounds) {
        return whenLong(
                "smp-bring-up",
                "smp_init",
                "Bringing up the other CPUs took %s.",
                "From the last early initcall to the message that counts the CPUs.",
                "boot with maxcpus=1 and bring up the rest from user space (/sys/devices/system/cpu/cpu*/online); x86 brings"
                        + " them up side by side from 6.5 on",
                grounds);
    }

    static List<Advice> initramfs(Grounds grounds) {
        return whenLong(
                "initramfs-wait",
                "wait_for_initramfs",
                "The boot waited %s for the initramfs.",
                "From the last initcall until the initramfs was unpacked and its memory was freed.",
                "make the initramfs smaller, or compress it with something faster to unpack (lz4, zstd)",
                grounds);
    }

    static List<Advice> asyncWork(Grounds grounds) {
        return whenLong(
                "async-wait",
                "async_synchronize_full",
                "After the initcalls, up to %s passed in waiting for asynchronous work.",
                "It ends where init memory is freed; the log does not say whose work it was.",
                "to see whose, boot with dyndbg=\"file async.c +p\" (CONFIG_DYNAMIC_DEBUG) and initcall_debug",
                grounds);
    }

    static List<Advice> rootDevice(Grounds grounds) {
        String delay = grounds.commandLine().value("rootdelay");
        return whenLong(
                "root-mount",
                "prepare_namespace",
                "Mounting the root file system took %s, waiting for its device included.",
                "From the end of the initcalls to the message that it is mounted.",
                delay == null
                        ? "build the driver of the root device in, so that its probe begins earlier"
                        : "rootdelay=" + delay + " always waits that long: use rootwait instead",
                grounds);
    }

    private static List<Advice> whenLong(
            String code, String account, String title, String explanation, String solution, Grounds grounds) {
        List<Account> waits = grounds.ledger().accounts().stream()
                .filter(one -> one.kind() != Account.Kind.INITCALL && one.kind() != Account.Kind.PROBE)
                .filter(one -> one.name().equals(account))
                .toList();
        long us = waits.stream().mapToLong(Account::us).sum();
        boolean doubtful = waits.stream().anyMatch(one -> one.doubtfulUs() > 0);
        return us < LEAST_US
                ? List.of()
                : List.of(
                        new Advice(Advice.Kind.BOOT, code, text(title, time(us)), explanation, solution, us, List.of())
                                .doubted(doubtful));
    }
}
