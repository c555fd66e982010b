/** The few statistics the gate needs, exact for the small samples that boots come in, ties and constants included. */
@NullMarked
package io.bootledger.analyzer.statistics;

import org.jspecify.annotations.NullMarked;
