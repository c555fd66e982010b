package io.bootledger.reports;

import java.util.stream.IntStream;

/** How far apart two colours are to those who see all of them, no green, or no red. */
enum Eyes {
    USUAL(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}),
    /** Machado, Oliveira and Fernandes 2009, severity 1. */
    DEUTERANOPE(new double[][] {
        {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
    }),
    PROTANOPE(new double[][] {
        {0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}
    });

    /** Of linear sRGB to CIE XYZ, the white point D65 as 1. */
    private static final double[][] TO_XYZ = {
        {0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047},
        {0.2126729, 0.7151522, 0.0721750},
        {0.0193339 / 1.08883, 0.1191920 / 1.08883, 0.9503041 / 1.08883}
    };

    private final double[][] seen;

    Eyes(double[][] seen) {
        this.seen = seen;
    }

    /** CIE76. */
    double distance(int one, int other) {
        double[] a = lab(one);
        double[] b = lab(other);
        return Math.sqrt(IntStream.range(0, 3)
                .mapToDouble(i -> (a[i] - b[i]) * (a[i] - b[i]))
                .sum());
    }

    private double[] lab(int rgb) {
        double[] linear = linear(rgb);
        double[] shown = IntStream.range(0, 3)
                .mapToDouble(i -> Math.max(0, Math.min(1, dot(seen[i], linear))))
                .toArray();
        double[] f = IntStream.range(0, 3)
                .mapToDouble(i -> cubeRoot(dot(TO_XYZ[i], shown)))
                .toArray();
        return new double[] {116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
    }

    private static double cubeRoot(double t) {
        return t > 216.0 / 24_389 ? Math.cbrt(t) : t * 24_389 / 27 / 116 + 16.0 / 116;
    }

    static double dot(double[] one, double[] other) {
        return IntStream.range(0, 3).mapToDouble(i -> one[i] * other[i]).sum();
    }

    /** Red, green and blue without sRGB's gamma, from 0 to 1. */
    static double[] linear(int rgb) {
        return IntStream.range(0, 3)
                .mapToDouble(i -> (rgb >> (16 - 8 * i) & 0xFF) / 255.0)
                .map(channel -> channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4))
                .toArray();
    }
}
