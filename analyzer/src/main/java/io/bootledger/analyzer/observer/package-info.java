/** What measuring the boot cost the boot: the time that went into printing the log itself. */
@NullMarked
package io.bootledger.analyzer.observer;

import org.jspecify.annotations.NullMarked;
