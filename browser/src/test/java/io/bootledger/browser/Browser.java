package io.bootledger.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;

/** Chromium without a window, one for all tests; where it or its driver is not installed, a test that asks for it is skipped. */
final class Browser {
    private static final String[] ARGUMENTS = {
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--force-device-scale-factor=1",
        "--hide-scrollbars"
    };

    private static @Nullable Browser one;

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    static synchronized Browser get() {
        Path chromium = installed("chromium", "chromium-browser", "google-chrome");
        Path chromedriver = installed("chromedriver");
        assumeTrue(
                chromium != null && chromedriver != null,
                "no chromium and chromedriver here (Debian: apt install chromium chromium-driver)");
        if (one == null) {
            ChromeOptions options = new ChromeOptions();
            options.setBinary(chromium.toFile());
            options.addArguments(ARGUMENTS);
            ChromeDriverService service = new ChromeDriverService.Builder()
                    .usingDriverExecutable(chromedriver.toFile())
                    .withSilent(true)
                    .build();
            // It knows this Chromium's own protocol by no version, and needs none.
            Logger.getLogger("org.openqa.selenium").setLevel(Level.SEVERE);
            ChromeDriver driver = new ChromeDriver(service, options);
            Runtime.getRuntime().addShutdownHook(new Thread(driver::quit));
            one = new Browser(driver);
        }
        return one;
    }

    private static @Nullable Path installed(String... names) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(names)
                .flatMap(name -> Stream.of(path.split(":", -1)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    ChromeDriver driver() {
        return driver;
    }

    /** A page that nobody has touched, in a window of that size, in light colours; what a script complains of is kept. */
    Browser open(Path page, String hash, int width, int height) {
        media("", Map.of());
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        driver.get("about:blank");
        driver.get(page.toUri() + hash);
        // Before it is painted once Chromium drops what is typed.
        return settle();
    }

    Browser open(Path page) {
        return open(page, "", 1280, 720);
    }

    /** @param features such as {@code prefers-color-scheme} and its value */
    Browser media(String medium, Map<String, String> features) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "media",
                        medium,
                        "features",
                        features.entrySet().stream()
                                .map(each -> Map.of("name", each.getKey(), "value", each.getValue()))
                                .toList()));
        return this;
    }

    /** The value of an expression: a number is a Long or a Double. */
    Object js(String expression) {
        return ((JavascriptExecutor) driver).executeScript("return (" + expression + ")");
    }

    String text(String selector) {
        return find(selector).getText();
    }

    List<String> texts(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream()
                .map(WebElement::getText)
                .toList();
    }

    boolean shows(String selector) {
        return find(selector).isDisplayed();
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    Browser click(String selector) {
        find(selector).click();
        return settle();
    }

    Browser press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
        return settle();
    }

    Browser search(String words) {
        find("#search").sendKeys(Keys.chord(Keys.CONTROL, "a"), words);
        js("new Promise(done => setTimeout(done, 120))");
        return settle();
    }

    /** From a place on an element to another, with the button down. */
    Browser drag(String selector, int fromX, int fromY, int byX) {
        WebElement element = find(selector);
        int left = -element.getSize().getWidth() / 2;
        int top = -element.getSize().getHeight() / 2;
        new Actions(driver)
                .moveToElement(element, left + fromX, top + fromY)
                .clickAndHold()
                .moveByOffset(byX / 2, 0)
                .moveByOffset(byX - byX / 2, 0)
                .release()
                .perform();
        return settle();
    }

    /** Until nothing is left to do. */
    Browser rest() {
        js("new Promise(done => setTimeout(done, 600))");
        return this;
    }

    /** Until what was asked for is drawn: two frames later. */
    Browser settle() {
        ((JavascriptExecutor) driver)
                .executeAsyncScript(
                        "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()))");
        return this;
    }

    /** The address follows when the view has come to rest. */
    String hash() {
        return (String) js("new Promise(done => setTimeout(() => done(decodeURIComponent(location.hash)), 200))");
    }
}
