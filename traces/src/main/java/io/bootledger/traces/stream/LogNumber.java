package io.bootledger.traces.stream;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** A number as a log can hold it: of at most 18 digits, which can be counted with. */
public final class LogNumber extends StdScalarDeserializer<Long> {
    static final long ABOVE_ALL = 1_000_000_000_000_000_000L;

    LogNumber() {
        super(Long.TYPE);
    }

    @Override
    public Long deserialize(JsonParser json, DeserializationContext context) {
        long number = _parseLongPrimitive(json, context);
        return number > -ABOVE_ALL && number < ABOVE_ALL
                ? number
                : context.reportInputMismatch(this, "a number of more than 18 digits");
    }
}
