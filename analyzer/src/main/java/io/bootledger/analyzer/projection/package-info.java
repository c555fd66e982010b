/** What every view of a boot is: a fold of its events. */
@NullMarked
package io.bootledger.analyzer.projection;

import org.jspecify.annotations.NullMarked;
