/** What is remembered of many boots: read models beside their store, made from the segments and thrown away at will. */
@NullMarked
package io.bootledger.readmodels;

import org.jspecify.annotations.NullMarked;
