package io.bootledger.analyzer.calibration;

import io.bootledger.analyzer.gate.Gate;
import io.bootledger.analyzer.gate.GateSettings;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How often the gate said what, over many comparisons of one kind.
 *
 * @param boots on each side
 * @param red the gate failed
 * @param total the total was found slower; with {@code global} among them
 * @param part a phase or a level was
 * @param initcall the slowed initcall was; where none was slowed: any
 * @param others initcalls were found slower that were not slowed
 * @param global the total was found slower together with the machine as a whole: red only where the boots were made in turn
 * @param inconclusive the total seemed slower, but not beyond doubt
 */
public record Rates(
        int boots, Share red, Share total, Share part, Share initcall, Share others, Share global, Share inconclusive) {
    /**
     * Judges so many comparisons, on all processors; the result does not depend on how many these are.
     *
     * @param slowed the initcall that is slower in every candidate; null when none is
     */
    public static Rates of(
            Comparisons comparisons, int boots, int runs, GateSettings settings, @Nullable String slowed) {
        List<Outcome> outcomes = IntStream.range(0, runs)
                .parallel()
                .mapToObj(run -> outcome(comparisons.draw(boots, run), settings))
                .toList();
        return new Rates(
                boots,
                share(outcomes, Outcome::red),
                share(outcomes, Outcome::total),
                share(outcomes, Outcome::part),
                share(
                        outcomes,
                        one -> slowed == null
                                ? !one.initcalls().isEmpty()
                                : one.initcalls().contains(slowed)),
                share(outcomes, one -> one.initcalls().stream().anyMatch(name -> !name.equals(slowed))),
                share(outcomes, Outcome::global),
                share(outcomes, Outcome::inconclusive));
    }

    private static Outcome outcome(Comparisons.Pair pair, GateSettings settings) {
        return Outcome.of(Gate.judge(pair.baseline(), pair.candidate(), settings));
    }

    private static Share share(List<Outcome> outcomes, Predicate<Outcome> what) {
        return new Share((int) outcomes.stream().filter(what).count(), outcomes.size());
    }
}
