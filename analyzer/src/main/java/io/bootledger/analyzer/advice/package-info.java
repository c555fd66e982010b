/** What to do: for a log that tells more, and for a boot that takes less. */
@NullMarked
package io.bootledger.analyzer.advice;

import org.jspecify.annotations.NullMarked;
