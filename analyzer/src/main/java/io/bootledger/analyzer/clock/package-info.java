/** How far the stamps of a boot can be believed: stretches in which its clock ran short. */
@NullMarked
package io.bootledger.analyzer.clock;

import org.jspecify.annotations.NullMarked;
