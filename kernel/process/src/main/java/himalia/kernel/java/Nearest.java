package himalia.kernel.java;

import java.util.List;
import java.util.Optional;

/** The word among many that differs least from another one. */
public final class Nearest {
    private Nearest() {}

    /** Returns the nearest word, where one is near enough to have been meant. */
    public static Optional<String> to(String word, List<String> candidates) {
        String best = null;
        int least = Math.max(1, word.length() / 3) + 1;
        for (var candidate : candidates) {
            if (candidate.equalsIgnoreCase(word)) {
                return Optional.of(candidate);
            }
            int distance = distance(word, candidate);
            // Of a letter or two another one is no slip.
            if (distance < least && 2 * distance < word.length()) {
                least = distance;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The optimal string alignment distance: insertions, deletions, replacements, and swaps of neighbours. */
    private static int distance(String a, String b) {
        var rows = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    rows[i][j] = i + j;
                    continue;
                }
                int replace = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                rows[i][j] =
                        Math.min(
                                Math.min(rows[i - 1][j], rows[i][j - 1]) + 1,
                                rows[i - 1][j - 1] + replace);
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
                }
            }
        }
        return rows[a.length()][b.length()];
    }
}
