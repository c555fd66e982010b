package io.bootledger.traces.event;

import org.jspecify.annotations.Nullable;

/**
 * An init function as the kernel names it in a message ({@code lib/vsprintf.c}, {@code %pS}). Names are not unique: real kernels
 * have a dozen functions called {@code mod_init}.
 *
 * @param text as printed, without the module: {@code tracer_init_tracefs+0x0/0x1b3}, {@code 0xffffffff81d3a5c2}
 * @param function the bare name: without offset and size, without a leading dot (ppc64), without compiler suffixes such as
 *     {@code .cfi_jt} or {@code .llvm.123}, and with an LTO stub decoded; a raw address stays as it is
 * @param module the loadable module, as printed in brackets; null for code built in
 * @param address the function's address where the message gives it too (up to 2.6.25), as printed: {@code 0xc03bc430}
 * @param stub the decoded stub where the name is one
 */
public record InitcallSymbol(
        String text,
        String function,
        @Nullable String module,
        @Nullable String address,
        @Nullable StubName stub) {

    /** The symbol with its module, as {@code %pS} prints it: {@code raid6_select_algo+0x0/0x1000 [raid6_pq]}. */
    public String printed() {
        return module == null ? text : text + " [" + module + "]";
    }
}
