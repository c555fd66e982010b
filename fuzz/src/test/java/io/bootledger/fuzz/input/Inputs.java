package io.bootledger.fuzz.input;

import io.bootledger.simulator.scenario.SeededRandom;

/** The inputs of one seed. Each is always the same bytes, whichever was asked for before. */
public final class Inputs {
    private final long seed;
    private final Logs logs;

    public Inputs(long seed) {
        this.seed = seed;
        this.logs = new Logs(seed);
    }

    public Input of(long number) {
        SeededRandom random = SeededRandom.of(seed, "input " + number);
        return switch (random.below(100)) {
            case 0, 1 -> new Input(seed, number, Input.Kind.EVENTS, Documents.events(random));
            case 2 -> new Input(seed, number, Input.Kind.BUDGET, Documents.budget(random));
            case 3 ->
                random.chance(500)
                        ? new Input(seed, number, Input.Kind.SCENARIO, Documents.scenario(random))
                        : new Input(seed, number, Input.Kind.SYMBOLS, Documents.symbols(random));
            default -> new Input(seed, number, Input.Kind.LOG, logs.log(random));
        };
    }
}
