package io.bootledger.cli.live;

import java.io.IOException;
import java.io.InputStream;

/** A log that is still being written. It ends when its feed does, or when the boot that it tells of needs no more of it. */
public final class LiveInput extends InputStream {
    private final Feed feed;
    private final LiveBoot boot;

    public LiveInput(Feed feed, LiveBoot boot) {
        this.feed = feed;
        this.boot = boot;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        while (!boot.over()) {
            int count = feed.read(bytes, from, length);
            if (count != 0) {
                return count;
            }
            boot.waits();
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        feed.close();
    }
}
