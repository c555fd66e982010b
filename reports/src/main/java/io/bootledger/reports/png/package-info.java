/** Pictures to show around: where they place things is data, drawing it is another matter. */
@NullMarked
package io.bootledger.reports.png;

import org.jspecify.annotations.NullMarked;
