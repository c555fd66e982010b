/** All views of one boot, and the fold that makes them. */
@NullMarked
package io.bootledger.analyzer;

import org.jspecify.annotations.NullMarked;
