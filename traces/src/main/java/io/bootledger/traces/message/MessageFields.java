package io.bootledger.traces.message;

import io.bootledger.traces.event.InitcallSymbol;

/** What stands in the places of a message's conversions, in their order: text, numbers and symbols. */
record MessageFields(Object... values) {
    static MessageFields fields(Object... values) {
        return new MessageFields(values);
    }

    String text(int index) {
        return (String) values[index];
    }

    long number(int index) {
        return (Long) values[index];
    }

    /** For {@code %d} and {@code %i}, which {@link PrintkFormat} reads only within the range of an int. */
    int integer(int index) {
        return (int) number(index);
    }

    InitcallSymbol symbol(int index) {
        return (InitcallSymbol) values[index];
    }
}
