package io.bootledger.cli.simulate;

import io.bootledger.traces.event.KernelVersion;

/** What init.h and init/main.c call the same level, by version, and where the init functions of security modules are. */
final class LevelNames {
    private static final String EARLY =
            "early_initcall is neither: its section lies in front, and do_pre_smp_initcalls()"
                    + " runs it before the other processors start.";

    static String ofLevelZero(KernelVersion version) {
        String section = "init.h names .initcall0.init after what is in it, pure (functions that depend on nothing)";
        if (!version.atLeast(3, 4)) {
            return section + "; init/main.c has no names for levels before 3.4, and " + EARLY;
        }
        return section + ", and initcall_level_names in init/main.c "
                + (version.atLeast(4, 17)
                        ? "names it pure too, since 4.17; up to 4.16 it named it after its time, early"
                        : "after its time, early")
                + ": both are right, as it is the first level of do_initcalls(), and " + EARLY;
    }

    static String ofSecurity(KernelVersion version) {
        if (!version.atLeast(4, 20)) {
            return "security_initcall has an array of its own, which security_init() runs at pid 0, behind the console's.";
        }
        return version.atLeast(6, 19)
                ? "Security modules have no macro of theirs: what is left of their initcalls is called by"
                        + " security_initcall_pure, _early ... _late, one for each level (security/lsm_init.c, since 6.19)."
                : "Security modules have no macro of theirs: since 4.20 they are a table (DEFINE_LSM).";
    }

    private LevelNames() {}
}
