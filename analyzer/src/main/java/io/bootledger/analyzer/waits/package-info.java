/** Who waited for whom: what the boot thread can have needed itself, and what it waited for, each with its evidence. */
@NullMarked
package io.bootledger.analyzer.waits;

import org.jspecify.annotations.NullMarked;
