package io.bootledger.analyzer.waits;

import io.bootledger.analyzer.phases.Announcement;
import io.bootledger.analyzer.waits.Background.Seen;
import io.bootledger.analyzer.waits.Background.Stretch;
import io.bootledger.traces.event.LogText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Waits that the kernel announces in a line of its own; of each kind the first. */
final class AnnouncedWaits {
    /** net/ipv4/ipconfig.c, ic_dynamic: {@code Sending DHCP requests .}, {@code Sending BOOTP and RARP requests .}. */
    private static final LogText ASKS_NETWORK = LogText.of("Sending ");

    private static final Pattern ADDRESS = Pattern.compile("Sending (DHCP|BOOTP|RARP)( and RARP)? requests.*");
    /** The same, when an answer came. */
    private static final LogText HAS_ADDRESS = LogText.of("IP-Config: Got ");
    /** init/do_mounts.c, prepare_namespace. */
    private static final LogText WAITS = LogText.of("Waiting ");

    private static final Pattern ROOT_DELAY = Pattern.compile("Waiting (\\d{1,6}) ?sec before mounting root device.*");

    private static final long SECOND_MICROS = 1_000_000;

    private @Nullable Long asksFromUs;
    private @Nullable Long awaitsFromUs;
    private @Nullable Stretch address;
    private @Nullable Stretch rootAwaited;
    private @Nullable Stretch rootDelay;

    void said(LogText text, Seen at) {
        if (asksFromUs == null && text.startsWith(ASKS_NETWORK)) {
            asksFromUs = ADDRESS.matcher(text.toString()).matches() ? Long.valueOf(at.us()) : null;
        } else if (asksFromUs != null && address == null && text.startsWith(HAS_ADDRESS)) {
            address = new Stretch(asksFromUs, at);
        } else if (awaitsFromUs == null && Announcement.of(text) == Announcement.ROOT_AWAITED) {
            awaitsFromUs = at.us();
        } else if (rootDelay == null && text.startsWith(WAITS)) {
            Matcher delay = ROOT_DELAY.matcher(text.toString());
            if (delay.matches()) {
                long us = Long.parseLong(delay.group(1)) * SECOND_MICROS;
                rootDelay = new Stretch(at.us(), new Seen(at.us() + us, at.line()));
            }
        }
    }

    void rootMounted(Seen at) {
        if (awaitsFromUs != null && rootAwaited == null) {
            rootAwaited = new Stretch(awaitsFromUs, at);
        }
    }

    @Nullable
    Stretch address() {
        return address;
    }

    @Nullable
    Stretch rootAwaited() {
        return rootAwaited;
    }

    @Nullable
    Stretch rootDelay() {
        return rootDelay;
    }
}
