/**
 * What a trace of ftrace tells of a boot beside its log: who ran, who slept, and who woke whom. A trace may have millions of events; they
 * are added up for each initcall as they come, and {@link io.bootledger.traces.ftrace.TraceJoin} puts the sums among the events of the log.
 */
@NullMarked
package io.bootledger.traces.ftrace;

import org.jspecify.annotations.NullMarked;
