package io.bootledger.traces.symbols;

/** A file was given as a kernel's symbol table and holds no initcall; the message says what it is instead, for people. */
public final class NoSymbolTableException extends Exception {
    private static final long serialVersionUID = 1L;

    NoSymbolTableException(String message) {
        super(message);
    }
}
