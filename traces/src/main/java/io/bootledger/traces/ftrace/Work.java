package io.bootledger.traces.ftrace;

/** A work item that a worker executes. Asynchronous work all goes by one function, until a line that it prints tells what it is. */
final class Work {
    private static final String ASYNC = "async_run_entry_fn";

    private String function;

    Work(String function) {
        this.function = function;
    }

    String function() {
        return function;
    }

    /** What a worker prints ({@code init/initramfs.c}, {@code do_populate_rootfs}): its lines stand in the trace with printk:console. */
    void prints(String line) {
        boolean unpacks = line.startsWith("Unpacking initramfs")
                || line.startsWith("Trying to unpack rootfs")
                || line.startsWith("Freeing initrd memory");
        if (unpacks && function.equals(ASYNC)) {
            function = "do_populate_rootfs";
        }
    }
}
