/** The page: one file that shows everything about one boot or several, without a network. */
@NullMarked
package io.bootledger.reports.html;

import org.jspecify.annotations.NullMarked;
