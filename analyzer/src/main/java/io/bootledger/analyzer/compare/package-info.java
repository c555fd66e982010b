/** Boots beside each other: what is measured of each, under names that mean the same in both. */
@NullMarked
package io.bootledger.analyzer.compare;

import org.jspecify.annotations.NullMarked;
