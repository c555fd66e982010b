/** The event stream on file: JSON lines, written, read, checked, and brought up from older schemas. */
@NullMarked
package io.bootledger.traces.stream;

import org.jspecify.annotations.NullMarked;
