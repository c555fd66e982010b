package io.bootledger.simulator.scenario;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A bad serial line, and a user space that prints on it too. */
final class DamagedStream extends FilterOutputStream {
    private static final List<String> CHATTER = List.of(
            "udevadm: settling ", "fsck: 12% ", "\u001b[0;32m  OK  \u001b[0m] Started ", "login: ", "...", "# ");

    private final LogDamage damage;
    private final SeededRandom random;
    private boolean lineBegins = true;
    private int garbleIn = -1;

    private DamagedStream(LogDamage damage, SeededRandom random, OutputStream out) {
        super(out);
        this.damage = damage;
        this.random = random;
    }

    /** The stream itself where nothing is damaged. */
    static OutputStream of(@Nullable LogDamage damage, long seed, OutputStream out) {
        return damage == null || damage.garbledPerMille() == 0 && damage.chatterPerMille() == 0
                ? out
                : new DamagedStream(damage, SeededRandom.of(seed, "damage"), out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        for (int at = from; at < from + length; at++) {
            write(bytes[at]);
        }
    }

    @Override
    public void write(int next) throws IOException {
        if (lineBegins) {
            beginLine();
        }
        lineBegins = next == '\n';
        if (garbleIn-- != 0 || lineBegins) {
            out.write(next);
        } else if (random.chance(500)) {
            out.write(next ^ 1 << random.below(8));
        }
    }

    private void beginLine() throws IOException {
        if (random.chance(damage.chatterPerMille())) {
            out.write(random.pick(CHATTER).getBytes(StandardCharsets.UTF_8));
        }
        garbleIn = random.chance(damage.garbledPerMille()) ? random.below(60) : -1;
    }
}
