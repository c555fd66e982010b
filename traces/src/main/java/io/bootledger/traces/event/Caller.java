package io.bootledger.traces.event;

/**
 * Who printed a record: a task or, in interrupt context, a CPU. Printed as {@code [    T1]} or {@code [    C0]} by kernels with
 * CONFIG_PRINTK_CALLER, and as {@code caller=T1} in {@code /dev/kmsg}; known for every trace event.
 */
public record Caller(boolean task, int id) {
    public static Caller task(int pid) {
        return new Caller(true, pid);
    }

    public static Caller cpu(int cpu) {
        return new Caller(false, cpu);
    }

    /** As the kernel prints it, without padding: {@code T1}, {@code C0}. */
    @Override
    public String toString() {
        return (task ? "T" : "C") + id;
    }
}
