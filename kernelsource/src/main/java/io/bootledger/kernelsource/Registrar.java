package io.bootledger.kernelsource;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A macro that registers an init function without the help of others ({@code include/linux/init.h}, {@code include/linux/module.h},
 * {@code arch/powerpc/include/asm/machdep.h}, {@code arch/arm/mach-omap2/soc.h}).
 *
 * @param name of the macro; where it has groups, the first is the level and the second its half
 * @param level where the name has no group for it
 * @param function what the initcall is called: {@code $1} is the macro's first argument
 */
record Registrar(Pattern name, String level, String function) {
    private static final String LEVEL =
            "(early|pure|core|postcore|arch|subsys|fs|rootfs|device|late|console|security)_initcall(_sync)?";

    private static final List<Registrar> ALL = List.of(
            new Registrar(Pattern.compile(LEVEL), "", "$1"),
            new Registrar(Pattern.compile("module_init|__initcall"), "device", "$1"),
            new Registrar(Pattern.compile("machine_" + LEVEL), "", "__machine_initcall_$1_$2"),
            new Registrar(Pattern.compile("omap_" + LEVEL), "", "__$1"));

    /** The one of a name; null when the name is none. */
    static @Nullable Registrar of(String macro) {
        if (!macro.endsWith("initcall") && !macro.endsWith("_sync") && !macro.equals("module_init")) {
            return null;
        }
        return ALL.stream()
                .filter(one -> one.name.matcher(macro).matches())
                .findFirst()
                .orElse(null);
    }

    /** What a use of it registers; null when its argument is no name. */
    @Nullable
    Registration use(String macro, List<String> arguments, String file) {
        String named = function;
        for (int at = 0; at < arguments.size(); at++) {
            named = named.replace("$" + (at + 1), arguments.get(at));
        }
        if (!named.matches("[A-Za-z_]\\w*") || Registration.isParameter(named)) {
            return null;
        }
        Matcher parts = name.matcher(macro);
        boolean grouped = parts.matches() && parts.groupCount() > 0;
        String half = grouped && parts.group(2) != null ? parts.group(2) : "";
        return new Registration(named, file, grouped ? parts.group(1) + half : level);
    }
}
