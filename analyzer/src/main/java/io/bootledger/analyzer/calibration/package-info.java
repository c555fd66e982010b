/** What the gate can see, and how often it errs: its own rule, run many times on boots of which the truth is known. */
@NullMarked
package io.bootledger.analyzer.calibration;

import org.jspecify.annotations.NullMarked;
