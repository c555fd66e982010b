package io.bootledger.traces.symbols;

import io.bootledger.traces.event.InitcallLevel;
import io.bootledger.traces.event.StubName;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of a table entry, in the styles of the eras ({@code include/linux/init.h}, {@code __define_initcall}):
 * {@code __initcall_<function>} up to 2.6.18, {@code __initcall_<function><id>} up to 5.11 (and for the console
 * without an id), {@code __initcall_<counter>_<line>_<function><id>} in Android's back-port,
 * {@code __initcall__kmod_<module>__<counter>_<line>_<function><id>} since 5.12.
 *
 * @param body function and id, not yet told apart: {@code foo6} is foo at level 6, or foo6 at none
 * @param consoleHasId whether the console's initcalls have the id {@code con} in this style
 * @param stub the parts, where the style leaves no doubt
 */
record InitcallName(
        String body, boolean consoleHasId, @Nullable StubName stub) {
    private static final String PREFIX = "__initcall_";
    private static final String STUB_PREFIX = "__initstub__kmod_";
    private static final Pattern NUMBERED = Pattern.compile("\\d+_\\d+_(.+)");
    private static final Pattern WITH_ID = Pattern.compile("(.+?)(early|rootfss?|con|[0-7]s|[0-7])");
    private static final int LONGEST = 512;

    /** Reads a symbol's name; null when it is no initcall's. */
    static @Nullable InitcallName of(String symbol) {
        if (!symbol.startsWith(PREFIX) || symbol.length() == PREFIX.length() || symbol.length() > LONGEST) {
            return null;
        }
        StubName stub = StubName.of(symbol);
        if (stub != null) {
            return new InitcallName(stub.function() + stub.levelId(), true, stub);
        }
        String body = symbol.substring(PREFIX.length());
        Matcher numbered = NUMBERED.matcher(body);
        return numbered.matches()
                ? new InitcallName(numbered.group(1), true, null)
                : new InitcallName(body, false, null);
    }

    /** The stub function of an LTO kernel, which stands among the functions; null for any other symbol. */
    static @Nullable StubName stubFunction(String symbol) {
        return symbol.startsWith(STUB_PREFIX) ? StubName.of(symbol) : null;
    }

    /** The entry when its name has to tell the level; without a level when it has no id. */
    SymbolTable.Entry byItself() {
        if (stub != null) {
            return new SymbolTable.Entry(stub.function(), stub.level(), stub.sync(), stub.module());
        }
        Matcher parts = WITH_ID.matcher(body);
        return parts.matches() && (consoleHasId || !parts.group(2).equals("con"))
                ? at(parts.group(1), parts.group(2))
                : withoutId();
    }

    /** The entry when the image tells the level: then only that level's ids are taken for ids. */
    SymbolTable.Entry at(@Nullable InitcallLevel level) {
        if (stub != null) {
            return new SymbolTable.Entry(stub.function(), level, stub.sync(), stub.module());
        }
        if (level == null) {
            return withoutId();
        }
        for (String id : new String[] {level.id() + "s", level.id(), "rootfs"}) {
            if (body.endsWith(id) && body.length() > id.length() && !isConsoleName(level, id)) {
                boolean sync = id.endsWith("s") && !id.equals("rootfs");
                return new SymbolTable.Entry(body.substring(0, body.length() - id.length()), level, sync, null);
            }
        }
        return new SymbolTable.Entry(body, level, false, null);
    }

    /** The entry of an image before 2.6.19, whose names have no ids. */
    SymbolTable.Entry withoutId() {
        return new SymbolTable.Entry(body, null, false, null);
    }

    /** A console initcall has the id {@code con} or none: what else its name ends in belongs to it. */
    private boolean isConsoleName(InitcallLevel level, String id) {
        return level == InitcallLevel.CONSOLE && !(consoleHasId && id.equals("con"));
    }

    private static SymbolTable.Entry at(String function, String id) {
        StubName parts = new StubName("", 0, 0, function, id);
        return new SymbolTable.Entry(function, parts.level(), parts.sync(), null);
    }
}
