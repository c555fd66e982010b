/** Boots machines by the commands that are given, and keeps what they print. */
@NullMarked
package io.bootledger.cli.boot;

import org.jspecify.annotations.NullMarked;
