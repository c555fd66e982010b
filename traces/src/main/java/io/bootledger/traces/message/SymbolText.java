package io.bootledger.traces.message;

import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.StubName;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Takes apart what {@code %pS} prints ({@code lib/vsprintf.c}, {@code symbol_string}): {@code foo_init+0x0/0x1000 [foo]}, or a bare
 * address where the kernel does not know the name.
 */
final class SymbolText {
    /** The symbol that fills these bytes; null when they are none. */
    static @Nullable InitcallSymbol parse(byte[] bytes, int from, int to) {
        int nameEnd = nameEnd(bytes, from, to);
        int textEnd = Hex.end(bytes, from, to);
        if (textEnd < 0 && from < to && !isDigit(bytes[from])) {
            textEnd = offsetAndSizeEnd(bytes, nameEnd, to);
        }
        if (textEnd < 0 || nameEnd == from) {
            return null;
        }
        String module = textEnd == to ? null : module(bytes, textEnd, to);
        if (textEnd != to && module == null) {
            return null;
        }
        return symbol(ascii(bytes, from, textEnd), ascii(bytes, from, nameEnd), module);
    }

    private static InitcallSymbol symbol(String text, String name, @Nullable String module) {
        String bare = bareName(name);
        StubName stub = StubName.of(bare);
        return new InitcallSymbol(text, stub == null ? bare : stub.function(), module, null, stub);
    }

    private static int nameEnd(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && isNameByte(bytes[at])) {
            at++;
        }
        return at;
    }

    private static boolean isNameByte(byte next) {
        return next >= 'a' && next <= 'z'
                || isDigit(next)
                || next == '_'
                || next >= 'A' && next <= 'Z'
                || next == '.'
                || next == '$';
    }

    private static boolean isDigit(byte next) {
        return next >= '0' && next <= '9';
    }

    private static int offsetAndSizeEnd(byte[] bytes, int at, int to) {
        if (at >= to || bytes[at] != '+') {
            return -1;
        }
        int slash = Hex.end(bytes, at + 1, to);
        return slash < 0 || slash >= to || bytes[slash] != '/' ? -1 : Hex.end(bytes, slash + 1, to);
    }

    /** From {@code [foo]}, or {@code [foo 0123...]} with a build id. */
    private static @Nullable String module(byte[] bytes, int at, int to) {
        if (to - at < 4 || bytes[at] != ' ' || bytes[at + 1] != '[' || bytes[to - 1] != ']') {
            return null;
        }
        String inside = new String(bytes, at + 2, to - at - 3, StandardCharsets.UTF_8);
        int blank = inside.indexOf(' ');
        return blank < 0 ? inside : blank == 0 ? null : inside.substring(0, blank);
    }

    /** Without the leading dot of ppc64 and without what the compiler appended: {@code .cfi_jt}, {@code .llvm.123}, {@code $hash}. */
    private static String bareName(String name) {
        int start = 0;
        while (start < name.length() - 1 && name.charAt(start) == '.') {
            start++;
        }
        int end = start + 1;
        while (end < name.length() && name.charAt(end) != '.' && name.charAt(end) != '$') {
            end++;
        }
        return name.substring(start, end);
    }

    private static String ascii(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private SymbolText() {}
}
