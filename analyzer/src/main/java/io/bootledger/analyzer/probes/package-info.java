/** Driver probes: what ran inside what, and what deferral cost. */
@NullMarked
package io.bootledger.analyzer.probes;

import org.jspecify.annotations.NullMarked;
