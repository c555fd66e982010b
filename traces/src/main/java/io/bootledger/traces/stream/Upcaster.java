package io.bootledger.traces.stream;

import tools.jackson.databind.node.ObjectNode;

/** Turns an event line of one version of the schema into the same line of the next. */
@FunctionalInterface
interface Upcaster {
    ObjectNode upcast(ObjectNode line);
}
