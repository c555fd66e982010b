/** What a function graph of the same boot tells of the functions below its initcalls. */
@NullMarked
package io.bootledger.analyzer.functiongraph;

import org.jspecify.annotations.NullMarked;
