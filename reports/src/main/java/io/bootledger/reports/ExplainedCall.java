package io.bootledger.reports;

import io.bootledger.analyzer.explain.Explanation;
import io.bootledger.traces.event.BootEvent;
import java.util.function.Function;

/**
 * An initcall to be explained to people or programs.
 *
 * @param source name of the log
 * @param of how many initcalls the boot has
 * @param typeName the name of an event's type on file
 */
public record ExplainedCall(String source, int of, Explanation explanation, Function<BootEvent, String> typeName) {}
