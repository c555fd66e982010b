/** The analysis for programs: {@code bootledger/analysis/v1}, described by its JSON Schema. */
@NullMarked
package io.bootledger.reports.json;

import org.jspecify.annotations.NullMarked;
