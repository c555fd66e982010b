/** The summary for a terminal: results first, readable in ten seconds. */
@NullMarked
package io.bootledger.reports.text;

import org.jspecify.annotations.NullMarked;
