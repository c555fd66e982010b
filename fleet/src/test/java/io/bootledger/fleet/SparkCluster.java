package io.bootledger.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Spark's own master, workers and submission as processes of this machine, of nothing but jars. */
final class SparkCluster implements AutoCloseable {
    private static final Path HOME = Path.of(System.getProperty("spark.home"));
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private final Path logs;
    private final String address;
    private final List<Process> processes = new ArrayList<>();
    private final List<Process> workers = new ArrayList<>();

    private SparkCluster(Path logs, int port) {
        this.logs = logs;
        this.address = "spark://localhost:" + port;
    }

    /** A master with some workers, each of one core. */
    static SparkCluster of(int workers, Path logs) throws IOException, InterruptedException {
        // By this file Spark's launcher knows that it has a distribution before it.
        Files.writeString(HOME.resolve("RELEASE"), "jars of Maven Central\n");
        int port = freePort();
        SparkCluster cluster = new SparkCluster(Files.createDirectories(logs), port);
        cluster.start("master", "org.apache.spark.deploy.master.Master", "--port", port, "--webui-port", "0");
        cluster.await("master", "I have been elected leader");
        for (int number = 1; number <= workers; number++) {
            cluster.worker("worker-" + number);
        }
        return cluster;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void worker(String name) throws IOException, InterruptedException {
        workers.add(start(
                name,
                "org.apache.spark.deploy.worker.Worker",
                "--cores",
                "1",
                "--memory",
                "1g",
                "--webui-port",
                "0",
                "--work-dir",
                logs.resolve(name),
                address));
        await(name, "Successfully registered with master");
    }

    private Process start(String name, String program, Object... words) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m"));
        command.addAll(Arrays.asList(System.getProperty("spark.opens").trim().split("\\s+")));
        command.addAll(List.of("-cp", HOME.resolve("jars") + File.separator + "*", program));
        if (!program.endsWith("SparkSubmit")) {
            command.addAll(List.of("--host", "localhost"));
        }
        Arrays.stream(words).map(Object::toString).forEach(command::add);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log(name));
        builder.environment().put("SPARK_HOME", HOME.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    private File log(String name) {
        return logs.resolve(name + ".log").toFile();
    }

    String said(String name) {
        try {
            return Files.readString(log(name).toPath());
        } catch (IOException e) {
            return "";
        }
    }

    private void await(String name, String words) throws InterruptedException {
        await(() -> said(name).contains(words), name + " never says: " + words);
    }

    static void await(BooleanSupplier happens, String otherwise) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!happens.getAsBoolean()) {
            assertThat(System.nanoTime()).as(otherwise).isLessThan(end);
            Thread.sleep(50);
        }
    }

    /** Submits a job as {@code spark-submit} does, and does not wait for it. */
    Process submit(String name, String job, int executorMb, Object... words) throws IOException {
        List<Object> all = new ArrayList<>(List.of(
                "--master",
                address,
                "--conf",
                "spark.ui.enabled=false",
                "--conf",
                "spark.sql.shuffle.partitions=4",
                "--conf",
                "spark.executor.memory=" + executorMb + "m",
                "--class",
                "io.bootledger.fleet." + job,
                System.getProperty("fleet.jar")));
        all.addAll(Arrays.asList(words));
        return start(name, "org.apache.spark.deploy.SparkSubmit", all.toArray());
    }

    /** The same, to its end. */
    String run(String name, String job, int executorMb, Object... words) throws IOException, InterruptedException {
        finish(name, submit(name, job, executorMb, words));
        return said(name);
    }

    void finish(String name, Process job) throws InterruptedException {
        assertThat(job.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
        assertThat(job.exitValue()).as(() -> said(name)).isZero();
    }

    /** Kills the last worker with all that it runs, as a machine that loses its power. */
    void killWorker() {
        Process worker = workers.remove(workers.size() - 1);
        end(worker);
    }

    private static void end(Process process) {
        List<ProcessHandle> all = process.descendants().toList();
        process.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
    }

    @Override
    public void close() {
        for (int last = processes.size() - 1; last >= 0; last--) {
            end(processes.get(last));
        }
    }
}
