/** How the log was read: kernel, format, completeness, and what to know about it. */
@NullMarked
package io.bootledger.analyzer.reading;

import org.jspecify.annotations.NullMarked;
