package io.bootledger.cli.input;

import io.bootledger.analyzer.levels.known.LevelKnowledge;
import io.bootledger.analyzer.levels.known.LevelLearner;
import io.bootledger.cli.process.CommandFailure;
import io.bootledger.cli.process.Complaint;
import io.bootledger.cli.process.Surroundings;
import io.bootledger.cli.process.WholeFile;
import io.bootledger.cli.process.Writing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where a user keeps what the symbol tables of own kernels taught. */
public record KnowledgeFile(Path path) {
    private static final int LARGEST = 64 << 20;

    /**
     * The file that is given, or else the user's own place for it ({@code BOOTLEDGER_KNOWLEDGE}, or the XDG base directories);
     * null where there is no such place.
     */
    static @Nullable KnowledgeFile of(Surroundings here, @Nullable Path given) {
        Path path = given == null ? here.knowledge() : given;
        return path == null ? null : new KnowledgeFile(path);
    }

    /** Like {@link #of}, for a command that is nothing without it. */
    static KnowledgeFile needed(Surroundings here, @Nullable Path given) {
        KnowledgeFile file = of(here, given);
        if (file == null) {
            throw CommandFailure.usage("there is no HOME to keep what is learned in: give --knowledge FILE");
        }
        return file;
    }

    /**
     * What it holds; nothing when it does not exist.
     *
     * @throws CommandFailure when it cannot be read or holds something else
     */
    public LevelLearner read() {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw broken("it is larger than any", null);
            }
            return new LevelLearner().learn(LevelKnowledge.of(new String(bytes, StandardCharsets.ISO_8859_1)));
        } catch (NoSuchFileException e) {
            return new LevelLearner();
        } catch (IllegalArgumentException e) {
            throw broken(Complaint.said(e), e);
        } catch (IOException e) {
            throw CommandFailure.unreadable(Complaint.reading(path.toString(), e), e);
        }
    }

    void refuseMissing() {
        if (!Files.exists(path)) {
            throw CommandFailure.unreadable("--knowledge " + path + ": there is no such file", null);
        }
    }

    private CommandFailure broken(String why, @Nullable Exception cause) {
        return CommandFailure.unreadable(
                path + " is no knowledge that bootledger wrote (" + why + "): move it away and learn again", cause);
    }

    /** Changes what it holds; nobody else does meanwhile. A change that changes nothing leaves the file alone. */
    public void change(Consumer<LevelLearner> change) {
        Writing.to(path, () -> {
            Path file = path.toAbsolutePath();
            Files.createDirectories(file.getParent());
            Path lock = file.resolveSibling("." + path.getFileName() + ".lock");
            try (FileChannel held = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                held.lock();
                LevelLearner learner = read();
                String before = learner.sources().isEmpty() ? "" : learner.text();
                change.accept(learner);
                if (!learner.text().equals(before)) {
                    write(learner.text());
                }
            }
        });
    }

    private void write(String text) throws IOException {
        try (WholeFile file = WholeFile.at(path)) {
            file.write(text.getBytes(StandardCharsets.US_ASCII));
            file.finish();
        }
    }
}
