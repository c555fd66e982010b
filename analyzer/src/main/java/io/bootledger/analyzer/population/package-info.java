/** Many boots at once: how durations are spread over them, what fails how often, and what each kernel brought and dropped. */
@NullMarked
package io.bootledger.analyzer.population;

import org.jspecify.annotations.NullMarked;
