/** What a trace of the same boot tells of the tasks that made its initcalls and probes. */
@NullMarked
package io.bootledger.analyzer.schedule;

import org.jspecify.annotations.NullMarked;
