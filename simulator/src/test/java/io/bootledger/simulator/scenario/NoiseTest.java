package io.bootledger.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bootledger.simulator.machine.InitFunction.Varies;
import io.bootledger.simulator.machine.Nanos;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NoiseTest {
    private static final int BOOTS = 4_000;

    private final Noise typical = HostNoise.TYPICAL.noise();

    @Test
    void shortTimesStrayFartherThanLongOnes() {
        Noise calls = noise(
                "\"per_call_percent\": 3, \"sizes\": [{\"below\": \"100us\", \"percent\": 20}, {\"below\": \"1ms\", \"percent\": 10}]");

        assertThat(variation(calls, Nanos.ofMicros(50))).isCloseTo(0.20, within(0.02));
        assertThat(variation(calls, Nanos.ofMicros(500))).isCloseTo(0.10, within(0.01));
        assertThat(variation(calls, Nanos.ofMillis(5))).isCloseTo(0.03, within(0.003));
    }

    @Test
    void oneTimeInTwentyIsHalfAsLongAgainOnAverage() {
        Noise outliers = noise("\"outliers_per_mille\": 50, \"outlier_percent\": 50");
        double[] longer = IntStream.range(0, BOOTS)
                .mapToDouble(seed -> ratio(outliers, seed, Nanos.ofMillis(5), null))
                .filter(ratio -> ratio > 1)
                .toArray();

        assertThat(longer.length).isBetween(BOOTS / 25, BOOTS / 17);
        assertThat(IntStream.range(0, longer.length)
                        .mapToDouble(i -> longer[i])
                        .average()
                        .orElseThrow())
                .isCloseTo(1.5, within(0.12));
    }

    @Test
    void aBimodalFunctionIsSlowInThirtyBootsOfHundred() {
        long slow = IntStream.range(0, BOOTS)
                .filter(seed -> ratio(
                                noise("\"bimodal_per_mille\": 300, \"bimodal_percent\": 50"),
                                seed,
                                Nanos.ofMillis(5),
                                Varies.BIMODAL)
                        == 1.5)
                .count();

        assertThat(slow).isBetween(BOOTS * 27 / 100L, BOOTS * 33 / 100L);
    }

    @Test
    void preemptionAddsToShortAndLongAlike() {
        Noise preempted = noise("\"preempted_per_mille\": 1000");
        double mean = IntStream.range(0, BOOTS)
                .mapToDouble(seed -> preempted.of(seed, 0).nanos("x_init", Nanos.ofMicros(5), null) - 5_000)
                .average()
                .orElseThrow();

        assertThat(mean).isCloseTo(300_000, within(20_000.0));
    }

    @Test
    void whatHardwareTakesIsSteady() {
        double spread = IntStream.range(0, BOOTS)
                .mapToDouble(seed ->
                        Math.abs(ratio(noise("\"per_call_percent\": 30"), seed, Nanos.ofMillis(5), Varies.STEADY) - 1))
                .average()
                .orElseThrow();

        assertThat(spread).isCloseTo(0.003 * 0.8, within(0.0003));
    }

    @Test
    void theBootsOfASessionStrayTogether() {
        Noise session = noise("\"session_percent\": 10");
        long first = session.of(1, 7).nanos("x_init", Nanos.ofMillis(5), null);

        assertThat(session.of(2, 7).nanos("x_init", Nanos.ofMillis(5), null)).isEqualTo(first);
        assertThat(session.of(1, 8).nanos("x_init", Nanos.ofMillis(5), null)).isNotEqualTo(first);
    }

    @Test
    void someBootsOfABusyHostAreSlowAsAWhole() {
        Noise busy = noise("\"slow_boots_per_mille\": 50");
        double[] slow = IntStream.range(0, BOOTS)
                .mapToDouble(seed -> ratio(busy, seed, Nanos.ofMillis(5), Varies.LOG_NORMAL))
                .filter(ratio -> ratio > 1)
                .toArray();

        assertThat(slow.length).isBetween(BOOTS / 25, BOOTS / 17);
        assertThat(DoubleStream.of(slow).allMatch(ratio -> ratio >= 1.1 && ratio <= 1.5))
                .isTrue();
    }

    @Test
    void theSameSeedGivesTheSameTimes() {
        for (int seed = 0; seed < 20; seed++) {
            assertThat(typical.of(seed, 1).nanos("x_init", Nanos.ofMillis(5), null))
                    .isEqualTo(HostNoise.TYPICAL.noise().of(seed, 1).nanos("x_init", Nanos.ofMillis(5), null));
        }
    }

    @Test
    void aScenarioWithItsNoiseIsReadAsItWasWritten() {
        Scenario machine = ReferenceMachine.on(HostNoise.NOISY);

        assertThat(Scenarios.parse("saved", Scenarios.text(machine))).isEqualTo(machine);
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> noise("\"slow_boots_per_mille\": 1001"))
                .hasMessageContaining("noise: slow_boots_per_mille is not 0 to 1000: 1001");
        assertThatThrownBy(() -> noise("\"sizes\": [{\"percent\": 3}]")).isInstanceOf(ScenarioException.class);
    }

    private static Noise noise(String fields) {
        return Scenarios.parse(
                        "test", "{\"machine\": {\"kernel\": {\"release\": \"6.12.1\"}}, \"noise\": {" + fields + "}}")
                .noise();
    }

    private static double ratio(Noise noise, int seed, Nanos nominal, @Nullable Varies varies) {
        return (double) noise.of(seed, 0).nanos("x_init", nominal, varies) / nominal.value();
    }

    /** The spread of the logarithms. */
    private static double variation(Noise noise, Nanos nominal) {
        return Math.sqrt(IntStream.range(0, BOOTS)
                .mapToDouble(seed -> Math.pow(Math.log(ratio(noise, seed, nominal, null)), 2))
                .average()
                .orElseThrow());
    }
}
