package io.bootledger.reports.html;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.DirectoryStream;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.Map;
import java.util.Set;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.FileSystem;
import org.graalvm.polyglot.io.IOAccess;

/** The modules of the pages' scripts, as the build reads them, without a browser. */
final class Scripts implements AutoCloseable {
    private static final Path HOME = Path.of("target/javascript").toAbsolutePath();

    private final Context context = Context.newBuilder("js")
            .allowIO(IOAccess.newBuilder().fileSystem(new Modules()).build())
            .allowExperimentalOptions(true)
            .option("engine.WarnInterpreterOnly", "false")
            .option("js.esm-eval-returns-exports", "true")
            .build();

    /** What a module exports. */
    Value module(String name) {
        try {
            return context.eval(
                    Source.newBuilder("js", HOME.resolve("pages").resolve(name).toFile())
                            .mimeType("application/javascript+module")
                            .build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The value of an expression. */
    Value value(String expression) {
        return context.eval("js", "(" + expression + ")");
    }

    /** As JSON. */
    String text(Value value) {
        return value("JSON.stringify").execute(value).asString();
    }

    @Override
    public void close() {
        context.close();
    }

    /** Files that are read; the modules of D3 are named without a place. */
    private static final class Modules implements FileSystem {
        private final FileSystem files = FileSystem.newReadOnlyFileSystem(FileSystem.newDefaultFileSystem());

        @Override
        public Path parsePath(URI uri) {
            return files.parsePath(uri);
        }

        @Override
        public Path parsePath(String path) {
            return path.matches("[a-z0-9-]+")
                    ? HOME.resolve("node_modules").resolve(path).resolve("src/index.js")
                    : files.parsePath(path);
        }

        @Override
        public void checkAccess(Path path, Set<? extends AccessMode> modes, LinkOption... options) throws IOException {
            files.checkAccess(path, modes, options);
        }

        @Override
        public void createDirectory(Path path, FileAttribute<?>... attributes) throws IOException {
            files.createDirectory(path, attributes);
        }

        @Override
        public void delete(Path path) throws IOException {
            files.delete(path);
        }

        @Override
        public SeekableByteChannel newByteChannel(
                Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
            return files.newByteChannel(path, options, attributes);
        }

        @Override
        public DirectoryStream<Path> newDirectoryStream(Path path, DirectoryStream.Filter<? super Path> filter)
                throws IOException {
            return files.newDirectoryStream(path, filter);
        }

        @Override
        public Path toAbsolutePath(Path path) {
            return files.toAbsolutePath(path);
        }

        @Override
        public Path toRealPath(Path path, LinkOption... options) throws IOException {
            return files.toRealPath(path, options);
        }

        @Override
        public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
                throws IOException {
            return files.readAttributes(path, attributes, options);
        }
    }
}
