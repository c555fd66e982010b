/** The chain of work that a boot was as long as: who must be faster for init to run sooner. */
@NullMarked
package io.bootledger.analyzer.path;

import org.jspecify.annotations.NullMarked;
