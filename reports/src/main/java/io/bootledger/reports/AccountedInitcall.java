package io.bootledger.reports;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.analyzer.clock.ClockDoubts;
import io.bootledger.analyzer.clock.DoubtfulStretch.Reason;
import io.bootledger.analyzer.failures.JudgedOutcomes;
import io.bootledger.analyzer.knowledge.CodeOrigin;
import io.bootledger.analyzer.knowledge.CodeOrigins;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Outcome;
import io.bootledger.analyzer.waits.CallWaits;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An initcall and what it took itself.
 *
 * @param selfUs its duration without the probes inside it; null when its duration is unknown
 * @param waits what it can have needed itself, and what it waited for
 * @param doubt why the clocks that tell its time are in doubt; null when they are not
 * @param origins tells where it comes from
 * @param judged how it ended by what is known of its error
 */
public record AccountedInitcall(
        Initcall call,
        @Nullable Long selfUs,
        CallWaits waits,
        @Nullable Reason doubt,
        CodeOrigins origins,
        Outcome judged) {
    /** In call order. */
    public static List<AccountedInitcall> of(BootAnalysis boot) {
        List<Initcall> calls = boot.timeline().initcalls();
        CodeOrigins origins = boot.accounting().origins();
        List<@Nullable Long> self = boot.accounting().nesting().initcallSelfUs();
        List<CallWaits> waits = boot.accounting().waits().initcalls();
        ClockDoubts doubts = boot.accounting().doubts();
        JudgedOutcomes outcomes = JudgedOutcomes.of(boot.failures());
        return IntStream.range(0, calls.size())
                .mapToObj(i -> new AccountedInitcall(
                        calls.get(i),
                        self.get(i),
                        waits.get(i),
                        doubts.at(calls.get(i)),
                        origins,
                        outcomes.of(calls.get(i))))
                .toList();
    }

    /** Where the function comes from. */
    public CodeOrigin origin() {
        return origins.of(call.function(), call.module(), call.level());
    }
}
