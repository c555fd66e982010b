/** Tables for spreadsheets and scripts: RFC 4180 with a header row, in UTF-8, lines ended by LF. */
@NullMarked
package io.bootledger.reports.csv;

import org.jspecify.annotations.NullMarked;
