package io.bootledger.traces.format.frame;

import static io.bootledger.traces.format.frame.Token.NO_MATCH;

import io.bootledger.traces.format.bytes.Ascii;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The named parts of which {@link Frames the frames'} shapes are made, other than stamps, which are in {@link FrameStamps}. */
final class Tokens {
    private static final String[] FACILITIES = {
        "kern",
        "user",
        "mail",
        "daemon",
        "auth",
        "syslog",
        "lpr",
        "news",
        "uucp",
        "cron",
        "authpriv",
        "ftp",
        "",
        "",
        "",
        "",
        "local0",
        "local1",
        "local2",
        "local3",
        "local4",
        "local5",
        "local6",
        "local7"
    };
    private static final String[] LEVELS = {"emerg", "alert", "crit", "err", "warn", "notice", "info", "debug"};
    private static final int LONGEST_COMM = 40;
    private static final int LONGEST_IN_BRACKETS = 96;
    private static final byte[] KERNEL = "kernel".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LOGIN = "login:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] INIT = "systemd[1]:".getBytes(StandardCharsets.US_ASCII);

    private static final Map<String, Token> OTHERS = Map.ofEntries(
            Map.entry("digits", Tokens::digits),
            Map.entry("word", Tokens::word),
            Map.entry("upper", Tokens::upper),
            Map.entry("any", (line, at) -> at < line.to ? at + 1 : NO_MATCH),
            Map.entry("comm", Tokens::comm),
            Map.entry("comm before its number", Tokens::colonComm),
            Map.entry("release", Tokens::release),
            Map.entry("bracket", Tokens::bracket),
            Map.entry("priority", Tokens::priority),
            Map.entry("facility", Tokens::facility),
            Map.entry("level", Tokens::level),
            Map.entry("caller", Tokens::caller),
            Map.entry("task", Tokens::task),
            Map.entry("kernel", Tokens::kernel),
            Map.entry("program", Tokens::program),
            Map.entry("sequence", Tokens::sequence),
            Map.entry("fields", Tokens::fields),
            Map.entry("trace", FtraceLine::match));

    static Token named(String name) {
        Token token = OTHERS.get(name);
        return token != null ? token : FrameStamps.named(name);
    }

    static int blanks(LogRecord line, int at) {
        int end = Ascii.skipBlanks(line.bytes, at, line.to);
        return end > at ? end : NO_MATCH;
    }

    static int anyBlanks(LogRecord line, int at) {
        return Ascii.skipBlanks(line.bytes, at, line.to);
    }

    static int digits(LogRecord line, int at) {
        int end = Ascii.skipDigits(line.bytes, at, line.to);
        return end > at ? end : NO_MATCH;
    }

    /** Anything up to the next blank. */
    static int word(LogRecord line, int at) {
        int end = at;
        while (end < line.to && !Ascii.blank(line.bytes[end])) {
            end++;
        }
        return end > at ? end : NO_MATCH;
    }

    /** Letters, digits and underscores. */
    static int name(LogRecord line, int at) {
        int end = at;
        while (end < line.to
                && (Ascii.letter(line.bytes[end]) || Ascii.digit(line.bytes[end]) || line.bytes[end] == '_')) {
            end++;
        }
        return end > at ? end : NO_MATCH;
    }

    /** Brackets, and what stands in them. */
    static Token brackets(char opens, char closes) {
        return (line, at) -> {
            int close = at < line.to && line.bytes[at] == opens
                    ? Ascii.indexOf(line.bytes, at, Math.min(line.to, at + LONGEST_IN_BRACKETS), closes)
                    : NO_MATCH;
            return close < 0 ? NO_MATCH : close + 1;
        };
    }

    private static int upper(LogRecord line, int at) {
        return at < line.to && line.bytes[at] >= 'A' && line.bytes[at] <= 'Z' ? at + 1 : NO_MATCH;
    }

    /** The name of a task, up to the bracket that ends it; at most 16 bytes and padding. */
    private static int comm(LogRecord line, int at) {
        for (int end = at; end < line.to && end < at + LONGEST_COMM; end++) {
            if (line.bytes[end] == ']' || line.bytes[end] == ')') {
                return end;
            }
        }
        return NO_MATCH;
    }

    /** The name of a task before its number: up to the last colon, since {@code kworker/7:1} has one of its own. */
    private static int colonComm(LogRecord line, int at) {
        int bracket = comm(line, at);
        for (int end = bracket - 1; end > at; end--) {
            if (line.bytes[end] == ':') {
                return end;
            }
        }
        return NO_MATCH;
    }

    /** {@code 6.1.0-50-cloud-amd64}, up to the comma behind it. */
    private static int release(LogRecord line, int at) {
        int comma = Ascii.indexOf(line.bytes, at, Math.min(line.to, at + LONGEST_IN_BRACKETS), ',');
        int major = Ascii.skipDigits(line.bytes, at, line.to);
        return major > at && major < comma && line.bytes[major] == '.' ? comma : NO_MATCH;
    }

    /** Nothing, if what follows looks like the prefix of printk. */
    private static int bracket(LogRecord line, int at) {
        return at < line.to && (line.bytes[at] == '[' || line.bytes[at] == '<') ? at : NO_MATCH;
    }

    private static int priority(LogRecord line, int at) {
        int end = digits(line, at);
        if (end < 0 || end > at + 4) {
            return NO_MATCH;
        }
        line.priority = (int) Ascii.number(line.bytes, at, end);
        return end;
    }

    private static int facility(LogRecord line, int at) {
        int index = wordIn(FACILITIES, line, at);
        if (index < 0) {
            return NO_MATCH;
        }
        line.priority = index * 8 + (line.priority < 0 ? 0 : line.priority & 7);
        return at + FACILITIES[index].length();
    }

    private static int level(LogRecord line, int at) {
        int index = wordIn(LEVELS, line, at);
        if (index < 0) {
            return NO_MATCH;
        }
        line.priority = (line.priority < 0 ? 0 : line.priority & ~7) + index;
        return at + LEVELS[index].length();
    }

    private static int wordIn(String[] words, LogRecord line, int at) {
        int end = at;
        while (end < line.to && (Ascii.letter(line.bytes[end]) || Ascii.digit(line.bytes[end]))) {
            end++;
        }
        String word = new String(line.bytes, at, end - at, StandardCharsets.ISO_8859_1);
        for (int index = 0; index < words.length; index++) {
            if (!word.isEmpty() && words[index].equals(word)) {
                return index;
            }
        }
        return -1;
    }

    /** {@code T1} or {@code C0} ({@code kernel/printk/printk.c}, {@code print_caller}). */
    static int caller(LogRecord line, int at) {
        if (at >= line.to || line.bytes[at] != 'T' && line.bytes[at] != 'C') {
            return NO_MATCH;
        }
        int end = digits(line, at + 1);
        if (end < 0 || end > at + 10) {
            return NO_MATCH;
        }
        int id = (int) Ascii.number(line.bytes, at + 1, end);
        if (line.bytes[at] == 'T') {
            line.calledByTask(id);
        } else {
            line.calledByCpu(id);
        }
        return end;
    }

    private static int task(LogRecord line, int at) {
        int end = digits(line, at);
        if (end < 0 || end > at + 9) {
            return NO_MATCH;
        }
        line.calledByTask((int) Ascii.number(line.bytes, at, end));
        return end;
    }

    /** The word by which syslog calls the kernel. */
    private static int kernel(LogRecord line, int at) {
        if (!Ascii.startsWith(line.bytes, at, line.to, KERNEL)) {
            return NO_MATCH;
        }
        line.framed = true;
        return at + KERNEL.length;
    }

    /**
     * Nothing, if the name of a program follows, as in {@code avahi-daemon[1088]: }; the first systemd speaks about the boot. A
     * {@code board login:} with nothing behind it is a prompt.
     */
    private static int program(LogRecord line, int at) {
        int end = word(line, at);
        boolean prompts = end == line.to && Ascii.startsWith(line.bytes, at, line.to, LOGIN);
        if (end < at + 2 || line.bytes[end - 1] != ':' || prompts) {
            return NO_MATCH;
        }
        line.framed = true;
        line.foreign = !Ascii.startsWith(line.bytes, at, line.to, INIT);
        return at;
    }

    private static int sequence(LogRecord line, int at) {
        int end = digits(line, at);
        if (end > 0) {
            line.sequence = Ascii.number(line.bytes, at, end);
        }
        return end;
    }

    /** The rest of the head of a /dev/kmsg record: flags, and {@code caller=T1} among fields yet unknown. */
    private static int fields(LogRecord line, int at) {
        for (int end = at; end < line.to && line.bytes[end] != ' '; end++) {
            if (line.bytes[end] == ';') {
                return end;
            }
            if (line.bytes[end] == '=' && line.bytes[end - 1] == 'r') {
                caller(line, end + 1);
            }
        }
        return NO_MATCH;
    }

    private Tokens() {}
}
