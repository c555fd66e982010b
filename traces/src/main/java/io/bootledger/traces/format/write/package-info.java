/** Events as a log in one of its forms. */
@NullMarked
package io.bootledger.traces.format.write;

import org.jspecify.annotations.NullMarked;
