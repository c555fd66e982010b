package io.bootledger.cli.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A repository of a few commits, whose names are {@code commit 1} and so on. */
final class ToyRepository {
    private final Path tree;
    private int commits;

    ToyRepository(Path tree) throws IOException, InterruptedException {
        this.tree = Files.createDirectories(tree);
        git("init", "-q");
    }

    /** Commits a file. */
    void commit(String file, String text) throws IOException, InterruptedException {
        commits++;
        Files.writeString(tree.resolve(file), text + "\n");
        git("add", file);
        git("commit", "-q", "-m", "commit " + commits);
    }

    /** Bisects between the last commit, which is bad, and the one so many before it; gives what git said. */
    String bisect(int before, String... command) throws IOException, InterruptedException {
        git("bisect", "start", "HEAD", "HEAD~" + before);
        List<String> words = new ArrayList<>(List.of("bisect", "run"));
        words.addAll(List.of(command));
        return git(words.toArray(new String[0]));
    }

    private String git(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("git", "-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false"));
        command.addAll(List.of(words));
        Path said = Files.createTempFile("git", ".out");
        try {
            ProcessBuilder git = new ProcessBuilder(command)
                    .directory(tree.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile());
            git.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
            Process process = git.start();
            assertThat(process.waitFor(25, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(said)).isZero();
            return Files.readString(said);
        } finally {
            Files.delete(said);
        }
    }
}
