package io.bootledger.cli.input;

import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.Complaint;
import io.bootledger.cli.process.StandardInput;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.traces.format.Grab;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.symbols.NoSymbolTableException;
import io.bootledger.traces.symbols.SymbolTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A kernel's symbol table, plain or compressed as a log may be. */
public final class SymbolFile {
    private interface Opening {
        LogSource open() throws IOException;
    }

    /** @param name what to call the file in a complaint */
    public static SymbolTable read(String name, Path file) {
        return read(name, () -> LogSource.file(file));
    }

    public static SymbolTable readStandardInput(Surroundings here) {
        String name = StandardInput.nameOf(StandardInput.SIGN);
        return read(name, () -> LogSource.stream(name, here.in()));
    }

    private static SymbolTable read(String name, Opening opening) {
        try (LogSource source = opening.open()) {
            SymbolTable grabbed = grabbed(source);
            return grabbed != null ? grabbed : SymbolTable.read(source.stream());
        } catch (NoSymbolTableException e) {
            throw CommandFailure.unreadable(name + " " + e.getMessage(), e);
        } catch (IOException e) {
            throw CommandFailure.unreadable(Complaint.reading(name, e), e);
        }
    }

    /** Those that were gathered with the log; null where there are none. */
    static @Nullable SymbolTable grabbed(LogSource log) throws IOException, NoSymbolTableException {
        Grab grab = log.grab();
        InputStream symbols = grab == null ? null : grab.section(Grab.SYMBOLS);
        return symbols == null ? null : SymbolTable.read(symbols);
    }

    private SymbolFile() {}
}
