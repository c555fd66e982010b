/**
 * What ftrace's {@code function_graph} tells: which functions ran below a call, and how long. A trace may have millions of lines; they are
 * folded into one tree of stacks as they come, of bounded size, and what did not fit is counted.
 */
@NullMarked
package io.bootledger.traces.functiongraph;

import org.jspecify.annotations.NullMarked;
