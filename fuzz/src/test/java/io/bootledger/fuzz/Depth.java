package io.bootledger.fuzz;

/** How much is made of an input: each step also does what those before it do. */
enum Depth {
    /** Read, analyzed, told as text and as JSON, and held against the laws. */
    SUMMARY(1, 3_000),
    /** Read and written again, by another way and to the same bytes. */
    AGAIN(16, 2_000),
    /** Every export. */
    EXPORTS(128, 1_000),
    /** Every command that takes a log, with all the files and pictures it writes. */
    COMMANDS(1024, 150);

    private final int every;
    private final int attempts;

    Depth(int every, int attempts) {
        this.every = every;
        this.attempts = attempts;
    }

    /** How often an input that fails may be tried in a smaller form. */
    int attempts() {
        return attempts;
    }

    /** The depth for an input of that number. */
    static Depth of(long number) {
        Depth deepest = SUMMARY;
        for (Depth depth : values()) {
            deepest = number % depth.every == 0 ? depth : deepest;
        }
        return deepest;
    }

    boolean includes(Depth other) {
        return compareTo(other) >= 0;
    }
}
