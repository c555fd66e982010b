/** The pages in a real browser: what a click, a key, a link and a printer make of them. */
@NullMarked
package io.bootledger.browser;

import org.jspecify.annotations.NullMarked;
