/** Initcall tables from System.map, {@code nm} and kallsyms. */
@NullMarked
package io.bootledger.traces.symbols;

import org.jspecify.annotations.NullMarked;
