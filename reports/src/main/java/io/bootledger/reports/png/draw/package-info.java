/** Drawing for all charts: scales, boxes, colours, fonts. */
@NullMarked
package io.bootledger.reports.png.draw;

import org.jspecify.annotations.NullMarked;
