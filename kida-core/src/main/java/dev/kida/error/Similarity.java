package dev.kida.error;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Finds the name an author probably meant: Ratcliff/Obershelp similarity of at least 0.6. */
public final class Similarity {

    private static final double CUTOFF = 0.6;

    private Similarity() {}

    /** The most similar candidate, or null; among equals the lexicographically larger one. */
    public static @Nullable String closest(String name, Collection<String> candidates) {
        String best = null;
        double bestRatio = 0;
        for (String candidate : candidates) {
            double ratio = ratio(candidate, name);
            if (ratio >= CUTOFF
                    && (ratio > bestRatio || (ratio == bestRatio && best != null && candidate.compareTo(best) > 0))) {
                best = candidate;
                bestRatio = ratio;
            }
        }
        return best;
    }

    /** Twice the number of matched characters over the total length. */
    public static double ratio(String a, String b) {
        int total = a.length() + b.length();
        return total == 0 ? 1.0 : 2.0 * matches(a, 0, a.length(), b, 0, b.length()) / total;
    }

    private static int matches(String a, int aFrom, int aTo, String b, int bFrom, int bTo) {
        int length = 0;
        int aStart = aFrom;
        int bStart = bFrom;
        int[] previous = new int[bTo - bFrom + 1];
        for (int i = aFrom; i < aTo; i++) {
            int[] current = new int[previous.length];
            for (int j = bFrom; j < bTo; j++) {
                if (a.charAt(i) != b.charAt(j)) {
                    continue;
                }
                int run = previous[j - bFrom] + 1;
                current[j - bFrom + 1] = run;
                if (run > length) {
                    length = run;
                    aStart = i - run + 1;
                    bStart = j - run + 1;
                }
            }
            previous = current;
        }
        if (length == 0) {
            return 0;
        }
        return length
                + matches(a, aFrom, aStart, b, bFrom, bStart)
                + matches(a, aStart + length, aTo, b, bStart + length, bTo);
    }
}
