package io.bootledger.reports.json;

import io.bootledger.analyzer.explain.Answer;
import io.bootledger.analyzer.explain.Booking;
import io.bootledger.analyzer.explain.Explanation;
import io.bootledger.analyzer.explain.Figure;
import io.bootledger.analyzer.explain.Summand;
import io.bootledger.analyzer.ledger.Account;
import io.bootledger.analyzer.timeline.Initcall;
import io.bootledger.analyzer.timeline.Probe;
import io.bootledger.reports.ExplainedAnswer;
import io.bootledger.reports.ExplainedCall;
import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.event.ReportedDuration;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import tools.jackson.core.exc.JacksonIOException;

/** Writes what stands behind the numbers of a report as one JSON document in pure ASCII. */
public final class ExplanationJson {
    public static final String SCHEMA = "bootledger/explanation/v1";

    private final JsonFieldWriter fields;

    private ExplanationJson(JsonFieldWriter fields) {
        this.fields = fields;
    }

    /** The whole document. The stream is not closed. */
    public static void write(OutputStream out, String source, List<ExplainedCall> calls, List<ExplainedAnswer> answers)
            throws IOException {
        try {
            JsonFieldWriter fields = JsonReport.document(out, SCHEMA, List.of(source), "initcalls");
            ExplanationJson json = new ExplanationJson(fields);
            calls.forEach(call -> fields.row(() -> json.call(call)));
            fields.endArray();
            fields.rows("answers", answers, json::answer);
            fields.endObject();
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    private void call(ExplainedCall explained) {
        Explanation explanation = explained.explanation();
        Initcall call = explanation.call();
        fields.number("ordinal", call.ordinal());
        fields.text("function", call.function());
        fields.text("module", call.module());
        fields.rows("events", explanation.events(), event -> event(event, explained.typeName()));
        fields.object("duration", () -> duration(explanation));
        fields.rows("probes_inside", explanation.inside(), this::probe);
        fields.number("self_us", explanation.selfUs());
        fields.text("doubt", explanation.doubt());
        fields.object("level", () -> level(explanation));
        fields.text("outcome", call.outcome());
        fields.number("return", call.returnValue());
        fields.text("errno", call.errno());
        fields.text("meaning", explanation.meaning());
        fields.object("booking", () -> booking(explanation.booking()));
        new WaitsWriter(fields).opened(explanation.waits());
        fields.rows("functions", explanation.functions(), new FunctionGraphWriter(fields)::function);
    }

    private void answer(ExplainedAnswer explained) {
        Answer answer = explained.answer();
        fields.text("subject", answer.subject());
        fields.number("ordinal", answer.ordinal());
        fields.text("name", answer.name());
        fields.rows("figures", answer.figures(), this::figure);
        fields.text("doubt", answer.doubt());
        fields.numbers("lines", answer.lines());
        fields.text("why_no_lines", answer.whyNoLines());
        fields.rows(
                "events",
                answer.lines().stream()
                        .map(explained::event)
                        .filter(Objects::nonNull)
                        .toList(),
                event -> event(event, explained.typeName()));
    }

    private void figure(Figure figure) {
        fields.text("name", figure.name());
        fields.number("value", figure.value());
        fields.text("rule", figure.rule());
        fields.rows("parts", figure.parts(), this::part);
    }

    private void part(Summand part) {
        fields.text("what", part.what());
        fields.number("value", part.value());
        fields.numbers("lines", part.lines());
    }

    private void event(RecordedEvent recorded, Function<BootEvent, String> typeName) {
        fields.number("sequence", recorded.sequence());
        fields.text("type", typeName.apply(recorded.event()));
        fields.number(
                "time_us", recorded.time() == null ? null : recorded.time().micros());
        fields.text("caller", recorded.caller());
        fields.number("line", recorded.origin().line());
        fields.text("text", recorded.origin().text());
    }

    private void duration(Explanation explanation) {
        Initcall call = explanation.call();
        fields.number("us", call.durationUs());
        fields.text("evidence", call.durationEvidence());
        fields.text("reason", call.clockReason());
        fields.object("reported", explanation.reported(), this::reported);
        fields.number("stamped_us", explanation.stampedUs());
    }

    private void reported(ReportedDuration reported) {
        fields.number("value", reported.value());
        fields.text("unit", reported.unit());
    }

    private void probe(Probe probe) {
        fields.text("device", probe.device());
        fields.text("driver", probe.driver());
        fields.number("duration_us", probe.durationUs());
        fields.number("return", probe.returnValue());
        fields.number("line", probe.line());
    }

    private void level(Explanation explanation) {
        Initcall call = explanation.call();
        fields.text("level", call.level());
        fields.text("evidence", call.levelEvidence());
        fields.flag("certain", call.levelCertain());
        fields.object(
                "entered",
                explanation.level().entered(),
                event -> fields.number("line", event.origin().line()));
        fields.object("before", explanation.level().before(), this::neighbour);
        fields.object("after", explanation.level().after(), this::neighbour);
    }

    private void neighbour(Initcall call) {
        fields.number("ordinal", call.ordinal());
        fields.text("function", call.function());
        fields.text("level", call.level());
    }

    private void booking(Booking booking) {
        fields.object("account", booking.account(), this::account);
        fields.number("sharers", booking.sharers());
        fields.text("why_not", booking.why());
    }

    private void account(Account account) {
        fields.text("kind", account.kind());
        fields.text("name", account.name());
        fields.text("level", account.level());
        fields.number("us", account.us());
    }
}
