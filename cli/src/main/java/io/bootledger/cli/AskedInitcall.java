package io.bootledger.cli;

import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Timeline;
import io.bootledger.reports.Printable;
import java.util.List;
import java.util.stream.Collectors;

/** Initcalls as people name them: by ordinal, by function, or as the log prints the symbol. */
final class AskedInitcall {
    private static final int NEAREST = 3;

    /** @throws CommandFailure when there are none; says what else there is */
    static List<Initcall> find(Timeline timeline, String asked) {
        List<Initcall> calls = timeline.initcalls();
        List<Initcall> found = calls.stream().filter(call -> is(call, asked)).toList();
        if (!found.isEmpty()) {
            return found;
        }
        if (calls.isEmpty()) {
            throw CommandFailure.unreadable("no initcall is on record: boot with initcall_debug", null);
        }
        timeline.blacklisted().stream()
                .filter(each -> each.function().equals(asked))
                .findFirst()
                .ifPresent(each -> {
                    throw CommandFailure.usage(Printable.of(asked) + " was not called: line " + each.line()
                            + " says that it is blacklisted (initcall_blacklist=)");
                });
        throw CommandFailure.usage(sentence(calls, asked));
    }

    private static boolean is(Initcall call, String asked) {
        return asked.equals(Integer.toString(call.ordinal()))
                || asked.equals(call.function())
                || asked.equals(call.symbol().text())
                || asked.equals(call.symbol().printed());
    }

    private static String sentence(List<Initcall> calls, String asked) {
        if (asked.matches("\\d+")) {
            return "no initcall " + asked + ": this boot has 1 to " + calls.size();
        }
        List<String> functions = calls.stream().map(Initcall::function).toList();
        return "no initcall is called " + Printable.of(asked) + ": did you mean "
                + Spelling.nearest(asked, functions, NEAREST).stream()
                        .map(Printable::of)
                        .collect(Collectors.joining(", "))
                + "?";
    }

    private AskedInitcall() {}
}
