/** The paper under a text report: columns, tables, bars, words, colours. */
@NullMarked
package io.bootledger.reports.text.page;

import org.jspecify.annotations.NullMarked;
