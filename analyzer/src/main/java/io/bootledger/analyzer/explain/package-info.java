/** What stands behind a number: the events it was folded from, and the choices made on the way. */
@NullMarked
package io.bootledger.analyzer.explain;

import org.jspecify.annotations.NullMarked;
