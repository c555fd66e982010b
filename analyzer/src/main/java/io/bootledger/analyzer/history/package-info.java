/** Builds in a row: where their boot time settled on another level. */
@NullMarked
package io.bootledger.analyzer.history;

import org.jspecify.annotations.NullMarked;
