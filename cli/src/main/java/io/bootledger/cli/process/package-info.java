/** The process itself: its streams, exit codes, faults, progress, and files that appear whole or not at all. */
@NullMarked
package io.bootledger.cli.process;

import org.jspecify.annotations.NullMarked;
