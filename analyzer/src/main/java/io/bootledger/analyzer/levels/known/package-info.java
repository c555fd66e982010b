/** Levels that are known from other kernels, and how they are learnt. */
@NullMarked
package io.bootledger.analyzer.levels.known;

import org.jspecify.annotations.NullMarked;
