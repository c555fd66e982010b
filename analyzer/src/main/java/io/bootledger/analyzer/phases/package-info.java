/** The boot's phases and milestones, from the first record to user space. */
@NullMarked
package io.bootledger.analyzer.phases;

import org.jspecify.annotations.NullMarked;
