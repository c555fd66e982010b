package io.bootledger.simulator.faults;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The modules that are live or on their way, the newest first ({@code kernel/module.c}, since 5.19 {@code kernel/module/main.c}). */
public final class ModuleList {
    private final Taints taints;
    private final Map<String, Loading> byName = new HashMap<>();
    private final Deque<Loading> order = new ArrayDeque<>();

    /** A load on its way, which others may wait for, and what came of it. */
    public static final class Loading {
        private static final long FOR_EVER = Long.MAX_VALUE;

        private final String module;
        private final Set<String> flags = new HashSet<>();
        private long since;
        private long until = FOR_EVER;
        private int value;

        /** Of a module, from here on for ever, until it is told to be over. */
        public Loading(String module) {
            this.module = module;
        }

        /** Its load is over: 0, or a negative errno. */
        public void over(long now, int returned) {
            until = now;
            value = returned;
        }

        /** Whether it is still loaded then, in nanoseconds of virtual time. */
        public boolean runs(long now) {
            return now < until;
        }

        /** Whether it has been loaded by then. */
        public boolean isLive(long now) {
            return !runs(now) && value == 0;
        }

        /** Whether its load hangs, or its loader was killed. */
        public boolean neverEnds() {
            return until == FOR_EVER;
        }

        /** When its load is over. */
        public long until() {
            return until;
        }

        /** What its load returned. */
        public int value() {
            return value;
        }
    }

    /** Of a kernel without modules. */
    public ModuleList(Taints taints) {
        this.taints = taints;
    }

    /** The last load of that name; null for none, or one that is forgotten. */
    public @Nullable Loading named(String module) {
        return byName.get(module);
    }

    /** {@code add_unformed_module}. */
    public void add(Loading load, long now) {
        load.since = now;
        byName.put(load.module, load);
        order.addFirst(load);
    }

    /** Its name is free again. */
    public void forget(Loading load) {
        byName.remove(load.module, load);
    }

    /** {@code add_taint_module}. */
    public void taint(Loading load, String letter) {
        taints.add(letter);
        load.flags.add(letter);
    }

    /** The letter for a module that is not signed. */
    public String unsigned() {
        return taints.unsigned();
    }

    /** {@code print_modules}: a blank and a name each, {@code (+)} behind one whose init function runs. */
    public String printed(long now) {
        StringBuilder modules = new StringBuilder();
        for (Loading load : order) {
            if (load.since <= now && (load.runs(now) || load.isLive(now))) {
                String flags = taints.ofModule(load.flags) + (load.runs(now) ? "+" : "");
                modules.append(' ').append(load.module).append(flags.isEmpty() ? "" : "(" + flags + ")");
            }
        }
        return modules.toString();
    }
}
