package io.bootledger.cli.input;

import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Timeline;
import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.Spelling;
import io.bootledger.reports.Printable;
import java.util.List;
import java.util.stream.Collectors;

/** Initcalls as people name them: by ordinal, by function, as the report prints it, or as the log prints the symbol. */
final class AskedInitcall {
    private static final int NEAREST = 3;

    static List<Initcall> all(Timeline timeline, String asked) {
        return timeline.initcalls().stream().filter(call -> is(call, asked)).toList();
    }

    /** Says what else there is. */
    static CommandFailure notFound(Timeline timeline, String asked) {
        if (timeline.initcalls().isEmpty()) {
            return CommandFailure.unreadable("no initcall is on record: boot with initcall_debug", null);
        }
        refuseBlacklisted(timeline, asked);
        return CommandFailure.usage(sentence(timeline.initcalls(), asked));
    }

    private static void refuseBlacklisted(Timeline timeline, String asked) {
        timeline.blacklisted().stream()
                .filter(each -> each.function().equals(asked))
                .findFirst()
                .ifPresent(each -> {
                    throw CommandFailure.usage(Printable.of(asked) + " was not called: line " + each.line()
                            + " says that it is blacklisted (initcall_blacklist=)");
                });
    }

    private static boolean is(Initcall call, String asked) {
        return asked.equals(Integer.toString(call.ordinal()))
                || asked.equals(call.function())
                || asked.equals(call.function() + " [" + call.module() + "]")
                || asked.equals(call.symbol().text())
                || asked.equals(call.symbol().printed());
    }

    private static String sentence(List<Initcall> calls, String asked) {
        if (asked.matches("\\d+")) {
            return "no initcall " + asked + ": this boot has 1 to " + calls.size();
        }
        List<String> functions = calls.stream().map(Initcall::function).toList();
        List<String> meant = Spelling.meant(asked, functions, NEAREST);
        return "no initcall is called " + Printable.of(asked)
                + (meant.isEmpty()
                        ? ": explain initcall lists them"
                        : ": did you mean " + meant.stream().map(Printable::of).collect(Collectors.joining(", "))
                                + "?");
    }

    private AskedInitcall() {}
}
