/** What a boot trace is: events, kernel messages, log formats and symbol tables. */
module io.bootledger.traces {
    requires transitive org.jspecify;
    requires tools.jackson.core;
    requires tools.jackson.databind;
    requires org.apache.commons.compress;
    requires org.tukaani.xz;
    requires com.github.luben.zstd_jni;

    exports io.bootledger.traces.event;
    exports io.bootledger.traces.event.call;
    exports io.bootledger.traces.event.machine;
    exports io.bootledger.traces.format;
    exports io.bootledger.traces.format.write;
    exports io.bootledger.traces.ftrace;
    exports io.bootledger.traces.input;
    exports io.bootledger.traces.message;
    exports io.bootledger.traces.packed;
    exports io.bootledger.traces.store;
    exports io.bootledger.traces.stream;
    exports io.bootledger.traces.symbols;

    opens io.bootledger.traces.stream to
            tools.jackson.databind;
}
