package io.bootledger.traces.format.write;

import io.bootledger.traces.format.LogReader;
import io.bootledger.traces.format.bytes.LineBuffer;
import java.io.OutputStream;
import java.util.Locale;

/** The forms in which a boot's records can be written; each is read again by {@link LogReader}. */
public enum LogForm {
    /** What {@code dmesg} prints from the kernel's buffer. */
    DMESG {
        @Override
        public LogWriter writer(OutputStream out, WritingOptions options) {
            return new DmesgWriter(new LineBuffer(out), options);
        }
    },
    /** What {@code cat /dev/kmsg} prints. */
    KMSG {
        @Override
        public LogWriter writer(OutputStream out, WritingOptions options) {
            return new KmsgWriter(new LineBuffer(out), options);
        }
    },
    /** What a serial console shows: only what its loglevel lets through. */
    CONSOLE {
        @Override
        public LogWriter writer(OutputStream out, WritingOptions options) {
            return new ConsoleWriter(new LineBuffer(out), options);
        }
    },
    /** What {@code dmesg --json} prints. */
    JSON {
        @Override
        public LogWriter writer(OutputStream out, WritingOptions options) {
            return new DmesgJsonWriter(new LineBuffer(out), options);
        }
    },
    /** The {@code trace} file of ftrace with the {@code initcall} events on. */
    FTRACE {
        @Override
        public LogWriter writer(OutputStream out, WritingOptions options) {
            return new FtraceWriter(new LineBuffer(out), options);
        }
    };

    /** Writes boots in this form; the stream stays open. */
    public abstract LogWriter writer(OutputStream out, WritingOptions options);

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
