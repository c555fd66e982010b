/** What is made of the commands for those who install them. */
@NullMarked
package io.bootledger.dist;

import org.jspecify.annotations.NullMarked;
