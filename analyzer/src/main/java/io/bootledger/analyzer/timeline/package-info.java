/** What ran when: initcalls, probes and async calls as spans, paired from their start and end messages. */
@NullMarked
package io.bootledger.analyzer.timeline;

import org.jspecify.annotations.NullMarked;
