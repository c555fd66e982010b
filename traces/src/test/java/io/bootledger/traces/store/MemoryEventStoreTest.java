package io.bootledger.traces.store;

class MemoryEventStoreTest extends EventStoreContract {
    @Override
    EventStore store() {
        return new MemoryEventStore();
    }
}
