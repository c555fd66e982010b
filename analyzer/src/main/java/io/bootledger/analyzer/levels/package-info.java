/** Which initcall level each call belonged to, and on what evidence. */
@NullMarked
package io.bootledger.analyzer.levels;

import org.jspecify.annotations.NullMarked;
