/** What the source tree of a kernel says of its init functions. */
module io.bootledger.kernelsource {
    requires static transitive org.jspecify;
    requires transitive io.bootledger.analyzer;

    exports io.bootledger.kernelsource;
}
