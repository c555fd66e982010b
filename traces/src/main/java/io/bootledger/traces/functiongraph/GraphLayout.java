package io.bootledger.traces.functiongraph;

import io.bootledger.traces.functiongraph.GraphLine.Kind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the lines of a trace are laid out, by its line of headings: {@code # CPU  DURATION                  FUNCTION CALLS}. */
final class GraphLayout {
    private static final String LAST_HEADING = "FUNCTION CALLS";
    private static final String COMMENT = "/* ";
    private static final String COMMENT_END = " */";
    private static final int INDENT = 2;
    private static final int NS_DIGITS = 3;

    /** <code>&#125; /* nf_ct_init [nf_conntrack] = 0x0</code>: the name ends before what it returned. */
    private static final Pattern TAIL = Pattern.compile("\\} /\\* (?<name>[^ ]++(?: \\[[^\\]]++\\])?).*+");

    private final Pattern line;
    private final boolean timed;
    private final boolean tasks;
    private final boolean cpus;

    private GraphLayout(String headings) {
        this.line = Pattern.compile(GraphColumn.before(headings) + "(?<indent> *+)(?<text>\\S.*+)");
        this.timed = GraphColumn.DURATION.isBelow(headings);
        this.tasks = GraphColumn.TASK.isBelow(headings);
        this.cpus = GraphColumn.CPU.isBelow(headings);
    }

    static boolean isHeadings(String line) {
        return line.startsWith("#") && line.stripTrailing().endsWith(LAST_HEADING);
    }

    static GraphLayout of(String headings) {
        return new GraphLayout(headings);
    }

    /** Whether the trace tells how long anything took. */
    boolean isTimed() {
        return timed;
    }

    /** Null for a line that cannot be read. */
    @Nullable
    GraphLine read(String text) {
        Matcher columns = line.matcher(text);
        return columns.matches() ? of(columns, columns.group("text").stripTrailing()) : null;
    }

    private @Nullable GraphLine of(Matcher columns, String text) {
        if (text.startsWith(COMMENT)) {
            return line(columns, Kind.COMMENT, withoutComment(text, COMMENT.length()), GraphLine.UNKNOWN);
        }
        long ns = timed ? nanos(columns.group("us"), columns.group("fraction")) : GraphLine.UNKNOWN;
        if (text.startsWith("}")) {
            Matcher tail = TAIL.matcher(text);
            return line(columns, Kind.RETURN, tail.matches() ? tail.group("name") : null, ns);
        }
        int arguments = text.indexOf('(');
        String call = withoutTail(text);
        if (arguments <= 0 || !call.endsWith("{") && !call.endsWith(");")) {
            return null;
        }
        return line(columns, call.endsWith("{") ? Kind.ENTRY : Kind.LEAF, text.substring(0, arguments), ns);
    }

    /** Behind a call may stand what it returned, or who called it: {@code kfree(); /* = 0x0}. */
    private static String withoutTail(String text) {
        int tail = text.endsWith(COMMENT_END) ? text.lastIndexOf(COMMENT) : -1;
        return tail < 0 ? text : text.substring(0, tail).stripTrailing();
    }

    private static String withoutComment(String text, int from) {
        return text.substring(from, text.endsWith(COMMENT_END) ? text.length() - COMMENT_END.length() : text.length());
    }

    private GraphLine line(Matcher columns, Kind kind, @Nullable String text, long ns) {
        return new GraphLine(
                kind,
                cpus ? Integer.parseInt(columns.group("cpu")) : 0,
                tasks ? Integer.valueOf(columns.group("pid")) : null,
                columns.group("indent").length() / INDENT,
                text,
                ns);
    }

    private static long nanos(@Nullable String us, @Nullable String fraction) {
        if (us == null) {
            return GraphLine.UNKNOWN;
        }
        String digits = fraction == null ? "" : fraction;
        return Long.parseLong(us + digits + "0".repeat(NS_DIGITS - digits.length()));
    }
}
