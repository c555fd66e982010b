package io.bootledger.traces.message;

import io.bootledger.traces.event.InitcallSymbol;

/** What stands in the places of a message's conversions, in their order: text, numbers and symbols. */
record Fields(Object... values) {
    static Fields fields(Object... values) {
        return new Fields(values);
    }

    String text(int index) {
        return (String) values[index];
    }

    long number(int index) {
        return (Long) values[index];
    }

    /** For {@code %d} and {@code %i}, which {@link Printk} reads only within the range of an int. */
    int integer(int index) {
        return (int) number(index);
    }

    InitcallSymbol symbol(int index) {
        return (InitcallSymbol) values[index];
    }
}
