package io.bootledger.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.InflaterInputStream;

/** A page with its facts unpacked, as they would stand in it. */
public final class PackedPage {
    private static final String FACTS = "<script id=\"data\" type=\"text/plain\">";

    public static String read(Path file) throws IOException {
        String page = Files.readString(file);
        int from = page.indexOf(FACTS) + FACTS.length();
        int to = page.indexOf('<', from);
        byte[] packed = Base64.getDecoder().decode(page.substring(from, to));
        byte[] facts = new InflaterInputStream(new ByteArrayInputStream(packed)).readAllBytes();
        return page.substring(0, from) + new String(facts, StandardCharsets.US_ASCII) + page.substring(to);
    }

    private PackedPage() {}
}
