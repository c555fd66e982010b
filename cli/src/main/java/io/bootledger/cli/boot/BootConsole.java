package io.bootledger.cli.boot;

import io.bootledger.cli.process.CommandFailure;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the console of a machine is read: what its command prints, there or on a terminal of its own, or a serial port. */
final class BootConsole {
    private static final Pattern SERIAL = Pattern.compile("(.+?)(?:,(\\d{2,7}))?");
    private static final String USUAL_BAUD = "115200";
    private static final int SAID = 400;

    /** As every shell has it. */
    private static final String PLAIN = "exec sh -c \"$BOOTLEDGER_COMMAND\"";

    /** Java has no pseudo terminals; script(1) of util-linux has, and gives the exit code of its command on. */
    private static final String ON_TERMINAL =
            "SHELL=/bin/sh script -qec 'echo $$ >\"$BOOTLEDGER_SESSION\"; exec sh -c \"$BOOTLEDGER_COMMAND\"' /dev/null";

    /**
     * The port is read before the command switches anything on, and after that has ended, unless it failed. What it holds from before is
     * thrown away: all until it is silent for a tenth of a second, and no more than takes some seconds. Without clocal opening it would
     * wait for a carrier.
     */
    private static final String ON_SERIAL_PORT = """
            stty -F "$BOOTLEDGER_SERIAL" clocal || exit 127
            exec 3<"$BOOTLEDGER_SERIAL" || exit 127
            stty "$BOOTLEDGER_BAUD" raw -echo clocal min 0 time 1 <&3 || exit 127
            head -c 65536 <&3 >/dev/null
            stty min 1 time 0 <&3
            cat <&3 &
            sh -c "$BOOTLEDGER_COMMAND" 3<&- || exit
            wait
            """;

    @Option(
            names = "--terminal",
            description = "Give the command a terminal, if it will not do without (script of util-linux).")
    private boolean terminal;

    @Option(
            names = "--serial",
            paramLabel = "DEV,BAUD",
            description =
                    "Read the console from this serial port, as /dev/ttyUSB0,115200 (that speed if none is given); the command only switches the machine on.")
    private @Nullable String serial;

    /**
     * How a command is run.
     *
     * @param script of the shell, which finds the command in BOOTLEDGER_COMMAND
     * @param told further variables for it
     * @param onTerminal whether it tells the process that began its session in the file BOOTLEDGER_SESSION
     */
    record Reached(String script, Map<String, String> told, boolean onTerminal) {
        static final Reached PLAINLY = new Reached(PLAIN, Map.of(), false);
    }

    /** A speed that the port has not would else be blamed on the command. */
    private static void refuseWhatSttyRefuses(String port, String baud) {
        String option = "--serial " + port + "," + baud + ": ";
        try {
            Process stty = new ProcessBuilder("stty", "-F", port, baud)
                    .redirectErrorStream(true)
                    .redirectInput(Redirect.from(new File("/dev/null")))
                    .start();
            String said = new String(stty.getInputStream().readNBytes(SAID), StandardCharsets.UTF_8).strip();
            if (stty.waitFor() != 0) {
                throw CommandFailure.unreadable(
                        option + "stty cannot set this port (" + said
                                + "): give a speed that it has, as 9600 or 115200, and a port that you may use",
                        null);
            }
        } catch (IOException e) {
            throw CommandFailure.unreadable(
                    option + "there is no stty here to set it: install coreutils or busybox", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    Reached reached() {
        String port = serial;
        if (port == null) {
            return terminal ? new Reached(ON_TERMINAL, Map.of(), true) : Reached.PLAINLY;
        }
        if (terminal) {
            throw CommandFailure.usage("--terminal and --serial both say where the console is: give one of them");
        }
        Matcher words = SERIAL.matcher(port);
        if (!words.matches()) {
            throw CommandFailure.usage("--serial: name a device and its speed, as /dev/ttyUSB0,115200");
        }
        if (!Files.exists(Path.of(words.group(1)))) {
            throw CommandFailure.unreadable("--serial " + words.group(1) + ": there is no such device", null);
        }
        String baud = words.group(2) == null ? USUAL_BAUD : words.group(2);
        refuseWhatSttyRefuses(words.group(1), baud);
        return new Reached(ON_SERIAL_PORT, Map.of("BOOTLEDGER_SERIAL", words.group(1), "BOOTLEDGER_BAUD", baud), false);
    }
}
