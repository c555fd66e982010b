package io.bootledger.simulator.machine;

/** The symbol table of a linked image: what {@code nm} says ({@code System.map}), or the running kernel itself. */
public final class SystemMap {
    /** The lines of {@code System.map}, ordered by address. */
    public static String of(Image image) {
        return text(image, 0);
    }

    /** The lines of {@code /proc/kallsyms} for a kernel that was loaded so many bytes away from where it was linked. */
    public static String kallsyms(Image image, long slide) {
        return text(image, slide);
    }

    private static String text(Image image, long slide) {
        StringBuilder lines = new StringBuilder();
        Arch arch = image.config().arch();
        for (Image.Part part : image.parts()) {
            if (part instanceof Image.InputSection section) {
                section.entries().forEach(entry -> line(lines, arch, entry.address() + slide, 'd', entry.symbol()));
            } else {
                line(lines, arch, part.address() + slide, 'D', part.name());
            }
        }
        return lines.toString();
    }

    private static void line(StringBuilder lines, Arch arch, long address, char type, String symbol) {
        lines.append(arch.address(address))
                .append(' ')
                .append(type)
                .append(' ')
                .append(symbol)
                .append('\n');
    }

    private SystemMap() {}
}
