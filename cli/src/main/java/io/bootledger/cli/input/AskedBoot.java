package io.bootledger.cli.input;

import io.bootledger.cli.live.Feed;
import io.bootledger.cli.live.FollowedFile;
import io.bootledger.cli.live.FollowedStream;
import io.bootledger.cli.live.LiveBoot;
import io.bootledger.cli.live.LiveInput;
import io.bootledger.cli.output.Messages;
import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.Complaint;
import io.bootledger.cli.process.StandardInput;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.cli.store.BootName;
import io.bootledger.cli.store.StorePlace;
import io.bootledger.cli.store.StoredBoot;
import io.bootledger.reports.Printable;
import io.bootledger.traces.event.BootRecorded;
import io.bootledger.traces.event.EventSink;
import io.bootledger.traces.event.RecordedEvent;
import io.bootledger.traces.format.LogSource;
import io.bootledger.traces.format.ReadingOptions;
import io.bootledger.traces.store.BootHeader;
import io.bootledger.traces.store.BootId;
import io.bootledger.traces.store.FileEventStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The one boot that a command is about: out of a log, or out of the store. */
public final class AskedBoot {
    @Parameters(
            index = "0",
            paramLabel = "BOOT",
            description = "A boot log, as for analyze (- is standard input), or else a boot of the store: the"
                    + " beginning of its name in \"bootledger store list\".")
    private String name = "";

    @Option(names = "--boot", paramLabel = "N", description = "Which boot, from 1, of a log that holds several.")
    private @Nullable Integer number;

    @Mixin
    private StorePlace place = new StorePlace();

    /** A boot's events as they come, and what its reports call it. */
    public interface Reader {
        /**
         * Takes a boot.
         *
         * @param source name of the log
         * @param number of the boot in it, from 1
         */
        EventSink boot(String source, int number);
    }

    /** As the command line calls it. */
    String name() {
        return name;
    }

    /** Whether it is in a log and not in the store. */
    boolean isLog() {
        try {
            return isStandardInput() || Files.exists(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** The log, as reports call it. */
    public String logName() {
        return StandardInput.nameOf(name);
    }

    /** Reads a log that is still being written, until the boot is over. */
    public void readLive(Surroundings here, Messages messages, LiveBoot boot, ReadingOptions reading) {
        if (number != null) {
            throw CommandFailure.usage("--boot and --follow contradict each other: the last boot is followed");
        }
        if (!isLog()) {
            throw CommandFailure.unreadable(Printable.of(name) + ": there is no such file to follow", null);
        }
        try (Feed feed = isStandardInput() ? new FollowedStream(here.in()) : new FollowedFile(Path.of(name));
                LogSource log = LogSource.live(logName(), new LiveInput(feed, boot))) {
            if (log.compressed()) {
                throw CommandFailure.usage(
                        logName() + ": it is compressed, and no line of it can be read as it is written:"
                                + " leave out --follow");
            }
            TraceInput.read(log, reading, boot, messages);
        } catch (IOException e) {
            throw CommandFailure.unreadable(Complaint.reading(logName(), e), e);
        }
    }

    private boolean isStandardInput() {
        return name.equals(StandardInput.SIGN);
    }

    /** Hands over its events, in order. What stands in the way ends the command with a sentence. */
    public void read(Surroundings here, Messages messages, Reader reader) {
        if (number != null && number < 1) {
            throw CommandFailure.usage("--boot " + number + ": boots are counted from 1");
        }
        if (isLog()) {
            readLog(here, messages, reader);
        } else {
            readStored(here, messages, reader);
        }
    }

    private void readLog(Surroundings here, Messages messages, Reader reader) {
        int wanted = number == null ? 1 : number;
        String source = logName();
        One one = new One(wanted, reader.boot(source, wanted));
        try (LogSource log = AnalysisRun.open(name, here.in())) {
            TraceInput.read(log, ReadingOptions.EVERYTHING, one, messages);
        } catch (IOException e) {
            throw CommandFailure.unreadable(Complaint.reading(source, e), e);
        }
        refuseWrongCount(source, one.boots);
    }

    private void refuseWrongCount(String source, int boots) {
        if (boots == 0) {
            throw CommandFailure.unreadable(source + ": it holds no boot: see bootledger analyze " + name, null);
        }
        if (number == null && boots > 1) {
            throw CommandFailure.usage(
                    source + ": it holds " + boots + " boots: say which with --boot 1 to --boot " + boots);
        }
        if (number != null && number > boots) {
            throw CommandFailure.usage(
                    "--boot " + number + ": " + source + " holds " + (boots == 1 ? "one boot" : boots + " boots"));
        }
    }

    private void readStored(Surroundings here, Messages messages, Reader reader) {
        if (number != null) {
            throw CommandFailure.usage("--boot says which boot of a log, and " + Printable.of(name) + " is no file");
        }
        refuseWhatCanBeNeither(here);
        FileEventStore store = place.open(here);
        BootId id = BootName.find(store, name);
        StoredBoot boot = new StoredBoot(store, id, messages);
        BootHeader header = boot.header();
        boot.read(reader.boot(header.origin().log(), header.origin().number()));
    }

    private void refuseWhatCanBeNeither(Surroundings here) {
        if (!BootName.isMeant(name) || !place.exists(here)) {
            throw CommandFailure.unreadable(
                    Printable.of(name) + ": there is no such file, and no such boot in a store", null);
        }
    }

    /** Passes on one of a log's boots. */
    private static final class One implements EventSink {
        private final int wanted;
        private final EventSink sink;
        private int boots;

        One(int wanted, EventSink sink) {
            this.wanted = wanted;
            this.sink = sink;
        }

        @Override
        public void accept(RecordedEvent event) {
            if (boots + 1 == wanted) {
                sink.accept(event);
            }
            boots += event.event() instanceof BootRecorded ? 1 : 0;
        }
    }
}
