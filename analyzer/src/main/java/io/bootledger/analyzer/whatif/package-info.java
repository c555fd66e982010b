/** What a change can gain before init runs: the least and the most that a log allows. */
@NullMarked
package io.bootledger.analyzer.whatif;

import org.jspecify.annotations.NullMarked;
