/** What a boot is measured by when boots are compared. */
@NullMarked
package io.bootledger.analyzer.compare.measure;

import org.jspecify.annotations.NullMarked;
