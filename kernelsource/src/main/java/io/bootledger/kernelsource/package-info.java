/**
 * What the source tree of a kernel says of its init functions: which macros register them, which makefiles and symbols build them,
 * whose they are, and which words the command line knows. Text is read, nothing is compiled.
 */
@NullMarked
package io.bootledger.kernelsource;

import org.jspecify.annotations.NullMarked;
