/** The lines of the log that the views point at, as they stood. */
@NullMarked
package io.bootledger.analyzer.excerpt;

import org.jspecify.annotations.NullMarked;
