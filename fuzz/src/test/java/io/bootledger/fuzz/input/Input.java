package io.bootledger.fuzz.input;

/** Something to be read. */
public record Input(long seed, long number, Kind kind, byte[] bytes) {
    /** What it is given as. */
    public enum Kind {
        LOG("log"),
        EVENTS("jsonl"),
        BUDGET("toml"),
        SCENARIO("json"),
        SYMBOLS("map");

        private final String ending;

        Kind(String ending) {
            this.ending = ending;
        }

        /** How the name of a file of this kind ends. */
        public String ending() {
            return ending;
        }

        /** The kind of a file, by its name. */
        public static Kind of(String file) {
            for (Kind kind : values()) {
                if (file.endsWith("." + kind.ending)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("no kind of input ends like " + file);
        }
    }

    /** The same with other bytes. */
    public Input with(byte[] other) {
        return new Input(seed, number, kind, other);
    }
}
