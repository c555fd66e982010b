/** Reports on the terminal that are about more than one boot, or about one question of it. */
@NullMarked
package io.bootledger.reports.text.many;

import org.jspecify.annotations.NullMarked;
