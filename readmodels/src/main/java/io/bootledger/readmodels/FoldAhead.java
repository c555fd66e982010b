package io.bootledger.readmodels;

import io.bootledger.traces.store.BootId;
import io.bootledger.traces.store.FileEventStore;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Folds boots on two threads, a few of them ahead, and hands them over in the order that was asked for. */
final class FoldAhead implements Iterator<Folded>, AutoCloseable {
    private static final int THREADS = 2;
    private static final int MOST_AHEAD = 6;

    private final FileEventStore store;
    private final Iterator<BootId> boots;
    private final Deque<CompletableFuture<Folded>> ahead = new ArrayDeque<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, FoldAhead::daemon);

    FoldAhead(FileEventStore store, List<BootId> boots) {
        this.store = store;
        this.boots = boots.iterator();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "folds");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public boolean hasNext() {
        return boots.hasNext() || !ahead.isEmpty();
    }

    @Override
    public Folded next() {
        while (boots.hasNext() && ahead.size() < MOST_AHEAD) {
            BootId boot = boots.next();
            ahead.add(CompletableFuture.supplyAsync(() -> Folded.of(store, boot), threads));
        }
        if (ahead.isEmpty()) {
            throw new NoSuchElementException();
        }
        try {
            return ahead.remove().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException fault ? fault : e;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
