/** What is known of the kernel's functions beyond any log: where they stand, what builds them in, and who answers for them. */
@NullMarked
package io.bootledger.analyzer.knowledge;

import org.jspecify.annotations.NullMarked;
