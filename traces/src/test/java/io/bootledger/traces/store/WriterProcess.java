package io.bootledger.traces.store;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;

/** A process of its own that keeps boots, and says so of each. */
final class WriterProcess {
    static Process start(Path store, int firstSeed, int boots) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                + File.pathSeparator
                                + System.getProperty("jdk.module.path", ""),
                        WriterProcess.class.getName(),
                        store.toString(),
                        Integer.toString(firstSeed),
                        Integer.toString(boots))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    public static void main(String[] arguments) throws IOException {
        FileEventStore store = FileEventStore.openOrCreate(Path.of(arguments[0]));
        int firstSeed = Integer.parseInt(arguments[1]);
        int boots = Integer.parseInt(arguments[2]);
        for (int i = 0; i < boots; i++) {
            System.out.println(StoreBoots.keep(store, firstSeed + i).id());
            System.out.flush();
        }
    }

    private WriterProcess() {}
}
