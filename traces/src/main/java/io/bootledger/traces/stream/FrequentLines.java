package io.bootledger.traces.stream;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.BootTime;
import io.bootledger.traces.event.Caller;
import io.bootledger.traces.event.InitcallSymbol;
import io.bootledger.traces.event.LogText;
import io.bootledger.traces.event.MessageLogged;
import io.bootledger.traces.event.Priority;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.ReportedDuration;
import io.bootledger.traces.event.call.InitcallFinished;
import io.bootledger.traces.event.call.InitcallStarted;
import io.bootledger.traces.event.call.ProbeFinished;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes the lines of the events that a boot is full of, field by field: the same bytes that {@link EventLine} becomes, in a fraction
 * of the time.
 */
final class FrequentLines {
    private final JsonGenerator json;

    FrequentLines(JsonGenerator json) {
        this.json = json;
    }

    /** Writes the line of a frequent event; false, and nothing written, for any other. */
    boolean write(RecordedEvent recorded) {
        BootEvent event = recorded.event();
        if (event instanceof InitcallStarted started && isPlain(started.symbol())) {
            begin(recorded);
            symbol(started.symbol());
            number("pid", started.pid());
        } else if (event instanceof InitcallFinished finished && isPlain(finished.symbol())) {
            begin(recorded);
            symbol(finished.symbol());
            number("return_value", finished.returnValue());
            reported(finished.reported());
        } else if (event instanceof ProbeFinished probe) {
            begin(recorded);
            json.writeStringProperty("device", probe.device());
            string("driver", probe.driver());
            number("return_value", probe.returnValue());
            reported(probe.reported());
        } else if (event instanceof MessageLogged logged) {
            begin(recorded);
            json.writeName("text");
            LogTextJson.write(logged.text(), json);
        } else {
            return false;
        }
        json.writeEndObject();
        json.writeEndObject();
        return true;
    }

    private static boolean isPlain(InitcallSymbol symbol) {
        return symbol.stub() == null;
    }

    private void begin(RecordedEvent recorded) {
        BootTime time = recorded.time();
        Caller caller = recorded.caller();
        Priority priority = recorded.priority();
        LogText text = recorded.origin().text();
        json.writeStartObject();
        json.writeNumberProperty("sequence", recorded.sequence());
        if (time != null) {
            json.writeNumberProperty("time_ns", time.nanos());
        }
        string("caller", caller == null ? null : caller.toString());
        number("priority", priority == null ? null : priority.code());
        json.writeNumberProperty("line", recorded.origin().line());
        if (text != null) {
            json.writeName("text");
            LogTextJson.write(text, json);
        }
        json.writeObjectPropertyStart("event");
        json.writeStringProperty("type", EventTypes.nameOf(recorded.event()));
    }

    private void symbol(InitcallSymbol symbol) {
        json.writeObjectPropertyStart("symbol");
        json.writeStringProperty("text", symbol.text());
        json.writeStringProperty("function", symbol.function());
        string("module", symbol.module());
        string("address", symbol.address());
        json.writeEndObject();
    }

    private void reported(@Nullable ReportedDuration reported) {
        if (reported != null) {
            json.writeObjectPropertyStart("reported");
            json.writeNumberProperty("value", reported.value());
            json.writeStringProperty("unit", reported.unit().toString());
            json.writeEndObject();
        }
    }

    private void number(String name, @Nullable Integer value) {
        if (value != null) {
            json.writeNumberProperty(name, value.intValue());
        }
    }

    private void string(String name, @Nullable String value) {
        if (value != null) {
            json.writeStringProperty(name, value);
        }
    }
}
