package io.bootledger.fuzz.law;

import java.util.function.Supplier;

/** Something that must hold; the sentence is made only where it does not. */
public final class Law {
    public static void holds(boolean holds, Supplier<String> otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise.get());
        }
    }

    private Law() {}
}
