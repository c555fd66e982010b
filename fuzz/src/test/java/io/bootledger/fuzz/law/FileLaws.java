package io.bootledger.fuzz.law;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.SAXException;

/** What holds of a file that was written, told by its name; one of a new kind is at least not empty. */
public final class FileLaws {
    /** Of all files below a directory. */
    public static void tree(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                hold(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
    }

    public static void hold(String name, byte[] bytes) throws IOException {
        Law.holds(bytes.length > 0 || name.endsWith(".folded"), () -> name + " is empty");
        String kind = name.substring(name.lastIndexOf('.') + 1);
        switch (kind) {
            case "html" -> TextLaws.page(new String(bytes, UTF_8));
            case "json" -> JsonLaws.schema(JsonLaws.parsed(bytes));
            case "chrome", "speedscope" -> JsonLaws.parsed(bytes);
            case "csv" -> TableLaws.hold(new String(bytes, UTF_8));
            case "gz" ->
                hold(
                        name.substring(0, name.length() - 3),
                        new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes());
            case "jsonl" -> new String(bytes, UTF_8).lines().forEach(line -> JsonLaws.parsed(line.getBytes(UTF_8)));
            case "png" -> Law.holds(bytes[0] == (byte) 0x89 && bytes[1] == 'P', () -> name + " is no PNG");
            case "xml" -> xml(bytes);
            case "openmetrics" -> {
                TextLaws.terminal(new String(bytes, UTF_8));
                Law.holds(new String(bytes, UTF_8).endsWith("# EOF\n"), () -> "metrics without an end");
            }
            case "md" -> TextLaws.markdown(new String(bytes, UTF_8));
            case "txt", "folded" -> TextLaws.terminal(new String(bytes, UTF_8));
            default -> {
                // Binary, or unheard of.
            }
        }
    }

    private static void xml(byte[] bytes) throws IOException {
        try {
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
        } catch (SAXException wrong) {
            throw new AssertionError("no XML: " + wrong.getMessage(), wrong);
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private FileLaws() {}
}
