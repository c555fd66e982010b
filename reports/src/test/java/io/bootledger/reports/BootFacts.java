package io.bootledger.reports;

import io.bootledger.analyzer.BootAnalysis;
import io.bootledger.reports.json.JsonReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the JSON of a log's boots states, in the words of the tables of expected facts. */
record BootFacts(JsonNode boots) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** What is said of a log in these tables that is no fact about its boots. */
    private static final Set<String> REMARKS = Set.of("note", "kind", "source");

    static BootFacts of(List<BootAnalysis> boots) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonReport report = JsonReport.begin(out, List.of());
        for (BootAnalysis boot : boots) {
            report.add(boot);
        }
        report.end();
        return new BootFacts(JsonMapper.shared().readTree(out.toByteArray()).get("boots"));
    }

    boolean agreeWith(String fact, JsonNode expected) {
        if (expected.isNull() || REMARKS.contains(fact)) {
            return true;
        }
        if (fact.equals("handover")) {
            return handsOver(expected);
        }
        JsonNode found = of(fact);
        return expected.has("any")
                ? StreamSupport.stream(expected.get("any").spliterator(), false).anyMatch(found::equals)
                : found.equals(expected);
    }

    JsonNode of(String fact) {
        return switch (fact) {
            case "refused" -> JSON.booleanNode(boots.isEmpty());
            case "boots" -> JSON.numberNode(boots.size());
            case "releases" -> texts(boot -> boot.at("/kernel/release"));
            case "command_line" -> first(texts(boot -> boot.at("/kernel/command_line")));
            case "initcalls_returned" -> JSON.numberNode(returned().size());
            case "initcalls_nonzero" -> nonzero();
            case "slowest" -> slowest();
            case "init_memory_freed" ->
                count(boot -> isKnown(boot.at("/milestones/init_memory_freed_us"))
                        || isKnown(boot.at("/milestones/init_memory_freed_kib")));
            case "init_memory_freed_us" -> texts(boot -> boot.at("/milestones/init_memory_freed_us"));
            case "init_started" ->
                count(boot -> isKnown(boot.at("/milestones/init_started_us")) || isKnown(boot.at("/milestones/init")));
            case "init_started_us" -> texts(boot -> boot.at("/milestones/init_started_us"));
            case "reached_init" ->
                count(boot -> isKnown(boot.at("/milestones/handover")) || isKnown(boot.at("/milestones/init")));
            case "handover" -> texts(boot -> boot.at("/milestones/handover_us"));
            case "panicked_releases" ->
                texts(boot -> isKnown(boot.at("/milestones/panic")) ? boot.at("/kernel/release") : JSON.nullNode());
            case "panics_told" -> JSON.numberNode(failures("panic"));
            case "probes_failed" -> JSON.numberNode(failures("probe"));
            case "failures" -> JSON.numberNode(failures(null));
            default -> throw new IllegalArgumentException("no such fact: " + fact);
        };
    }

    /** Not before init memory was freed, and not after the line behind that. */
    private boolean handsOver(JsonNode expected) {
        JsonNode found = of("handover");
        if (found.size() != expected.size()) {
            return false;
        }
        for (int i = 0; i < expected.size(); i++) {
            long from = expected.get(i).get("us").asLong();
            long to = expected.get(i).get("not_after_us").asLong(from + 1_000_000);
            long at = found.get(i).asLong();
            if (at < from || at > to) {
                return false;
            }
        }
        return true;
    }

    private JsonNode texts(Function<JsonNode, JsonNode> value) {
        var values = JSON.arrayNode();
        for (JsonNode boot : boots) {
            JsonNode one = value.apply(boot);
            if (isKnown(one)) {
                values.add(one);
            }
        }
        return values;
    }

    private static JsonNode first(JsonNode values) {
        return values.isEmpty() ? JSON.nullNode() : values.get(0);
    }

    private JsonNode count(Function<JsonNode, Boolean> holds) {
        int count = 0;
        for (JsonNode boot : boots) {
            count += holds.apply(boot) ? 1 : 0;
        }
        return JSON.numberNode(count);
    }

    private List<JsonNode> returned() {
        List<JsonNode> returned = new ArrayList<>();
        for (JsonNode boot : boots) {
            for (JsonNode call : boot.get("initcalls")) {
                if (isKnown(call.get("return"))) {
                    returned.add(call);
                }
            }
        }
        return returned;
    }

    private JsonNode nonzero() {
        ObjectNode calls = JSON.objectNode();
        for (JsonNode call : returned()) {
            if (call.get("return").asInt() != 0) {
                calls.set(call.get("function").asString(), call.get("return"));
            }
        }
        return calls;
    }

    private JsonNode slowest() {
        JsonNode slowest = null;
        for (JsonNode call : returned()) {
            long us = call.path("reported_us").asLong(-1);
            if (us >= 0 && (slowest == null || us > slowest.get("reported_us").asLong())) {
                slowest = call;
            }
        }
        return slowest == null
                ? JSON.nullNode()
                : JSON.arrayNode().add(slowest.get("function")).add(slowest.get("reported_us"));
    }

    private int failures(@Nullable String kind) {
        int count = 0;
        for (JsonNode boot : boots) {
            for (JsonNode failure : boot.get("failures")) {
                count += kind == null || failure.get("kind").asString().equals(kind) ? 1 : 0;
            }
        }
        return count;
    }

    private static boolean isKnown(JsonNode value) {
        return !value.isNull() && !value.isMissingNode();
    }
}
