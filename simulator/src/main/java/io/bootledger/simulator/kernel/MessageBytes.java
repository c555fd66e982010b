package io.bootledger.simulator.kernel;

import io.bootledger.traces.event.BootEvent;
import io.bootledger.traces.event.KernelVersion;
import io.bootledger.traces.message.MessageTable;

/** How many bytes a kernel's messages have. */
final class MessageBytes implements Printk.MessageLength {
    private final MessageTable messages = new MessageTable();
    private final KernelVersion version;

    MessageBytes(KernelVersion version) {
        this.version = version;
    }

    @Override
    public int of(BootEvent event) {
        String text = messages.write(event, version);
        return text == null ? 0 : text.length();
    }
}
