/** Where results go: standard output, files and folders, in the forms that commands offer. */
@NullMarked
package io.bootledger.cli.output;

import org.jspecify.annotations.NullMarked;
