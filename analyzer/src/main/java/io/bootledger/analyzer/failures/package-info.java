/** What failed, ranked, apart from hardware that is merely absent. */
@NullMarked
package io.bootledger.analyzer.failures;

import org.jspecify.annotations.NullMarked;
