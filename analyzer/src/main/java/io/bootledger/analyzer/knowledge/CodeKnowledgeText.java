package io.bootledger.analyzer.knowledge;

import io.bootledger.analyzer.knowledge.KernelFacts.Code;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes what the sources of several kernels say as {@link CodeKnowledge} and {@link KnownWords} read it. */
public final class CodeKnowledgeText {
    private static final String USUAL_LEVEL = "device";

    private final List<KernelFacts> kernels;
    private final List<String> lines = new ArrayList<>();
    private final Map<String, Integer> directories = new LinkedHashMap<>();
    private final Map<String, Integer> sections = new LinkedHashMap<>();

    private CodeKnowledgeText(List<KernelFacts> kernels) {
        this.kernels = kernels.stream()
                .sorted((one, other) -> one.version().compareTo(other.version()))
                .toList();
    }

    /** The init functions of some kernels. */
    public static String initcalls(List<KernelFacts> kernels) {
        return new CodeKnowledgeText(kernels).codes(KernelFacts::initcalls);
    }

    /** Their modules. */
    public static String modules(List<KernelFacts> kernels) {
        return new CodeKnowledgeText(kernels).codes(KernelFacts::modules);
    }

    /** Their words. */
    public static String words(List<KernelFacts> kernels) {
        CodeKnowledgeText text = new CodeKnowledgeText(kernels);
        Map<String, List<Integer>> holders = new TreeMap<>();
        for (int at = 0; at < text.kernels.size(); at++) {
            for (String word : text.kernels.get(at).words()) {
                holders.computeIfAbsent(word, one -> new ArrayList<>()).add(at);
            }
        }
        holders.forEach((word, places) -> text.lines.add(word + "\t" + text.digits(places)));
        return text.whole();
    }

    /** For each name and file, what each kernel says of it, by the kernel's place. */
    private String codes(Function<KernelFacts, List<Code>> of) {
        Map<String, Map<Integer, List<Code>>> places = new TreeMap<>();
        for (int at = 0; at < kernels.size(); at++) {
            for (Code code : of.apply(kernels.get(at))) {
                places.computeIfAbsent(code.name() + "\t" + code.file(), key -> new TreeMap<>())
                        .computeIfAbsent(at, key -> new ArrayList<>())
                        .add(code);
            }
        }
        places.values().forEach(this::line);
        directories.forEach((directory, number) -> lines.add(":d" + number + "\t" + directory));
        sections.forEach((section, number) -> lines.add(":s" + number + "\t" + section));
        return whole();
    }

    private void line(Map<Integer, List<Code>> byKernel) {
        Code newest = byKernel.values().stream()
                .map(codes -> codes.get(0))
                .reduce((one, later) -> later)
                .orElseThrow();
        String directory = newest.file().substring(0, newest.file().lastIndexOf('/'));
        String level = byKernel(
                byKernel,
                codes -> codes.stream().map(Code::level).collect(Collectors.toCollection(TreeSet::new)).stream()
                        .collect(Collectors.joining("/")));
        lines.add(String.join(
                        "\t",
                        newest.name(),
                        number(directories, directory) + newest.file().substring(directory.length()),
                        byKernel(byKernel, codes -> codes.get(0).kconfig()),
                        level.equals(USUAL_LEVEL) ? "" : level,
                        digits(new ArrayList<>(byKernel.keySet())),
                        owners(byKernel))
                .replaceFirst("\t+$", ""));
    }

    /** The newest kernel's owners, or those of the one before where it names none. */
    private String owners(Map<Integer, List<Code>> byKernel) {
        List<String> owners = List.of();
        for (List<Code> codes : byKernel.values()) {
            owners = codes.get(0).owners().isEmpty() ? owners : codes.get(0).owners();
        }
        return owners.stream().map(owner -> number(sections, owner)).collect(Collectors.joining(","));
    }

    /** A fact, as {@link ByKernel} reads it; what a kernel does not tell, the others do. */
    private String byKernel(Map<Integer, List<Code>> byKernel, Function<List<Code>, String> fact) {
        List<String> parts = new ArrayList<>();
        String last = "";
        for (Map.Entry<Integer, List<Code>> entry : byKernel.entrySet()) {
            String now = fact.apply(entry.getValue());
            if (!now.isEmpty() && !now.equals(last)) {
                var version = kernels.get(entry.getKey()).version();
                parts.add(version.major() + "." + version.minor() + "=" + now);
                last = now;
            }
        }
        return parts.size() < 2 ? last : String.join(";", parts);
    }

    private static String number(Map<String, Integer> numbers, String text) {
        int next = numbers.size();
        return numbers.computeIfAbsent(text, key -> next).toString();
    }

    private String digits(List<Integer> places) {
        return places.size() == kernels.size()
                ? ""
                : places.stream().map(String::valueOf).collect(Collectors.joining());
    }

    private String whole() {
        for (int at = 0; at < kernels.size(); at++) {
            lines.add(":k" + at + "\t" + kernels.get(at).version());
        }
        byte[][] sorted = lines.stream()
                .distinct()
                .map(line -> line.getBytes(StandardCharsets.UTF_8))
                .sorted(Arrays::compareUnsigned)
                .toArray(byte[][]::new);
        StringBuilder text = new StringBuilder();
        for (byte[] line : sorted) {
            text.append(new String(line, StandardCharsets.UTF_8)).append('\n');
        }
        return text.toString();
    }
}
