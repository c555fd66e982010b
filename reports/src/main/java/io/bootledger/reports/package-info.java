/** One renderer for each output. */
@NullMarked
package io.bootledger.reports;

import org.jspecify.annotations.NullMarked;
