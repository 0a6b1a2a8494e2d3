package himalia.display.bundle;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/**
 * Finds the name that somebody probably meant.
 *
 * <pre>{@code
 * Nearest.to("nmae", List.of("name", "age"))     // Optional[name]
 * }</pre>
 */
public final class Nearest {
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern TWICE = Pattern.compile("(.)\\1", Pattern.CASE_INSENSITIVE);

    /** Letters of a name that somebody may have mistyped; what is longer is none, and would take time by the square. */
    private static final int LONGEST = 200;

    private Nearest() {}

    /** Returns the known name that is fewest keystrokes away, case ignored, if it is near enough to be a slip. */
    public static Optional<String> to(String written, Collection<String> known) {
        var near = Math.max(1, (written.length() + 1) / 3);
        var lower = written.toLowerCase(Locale.ROOT);
        return nearest(
                written, known, near, name -> distance(lower, name.toLowerCase(Locale.ROOT)));
    }

    /** Returns the known name that differs in case alone, else the one that is fewest keystrokes away, at most {@code most}. */
    public static Optional<String> to(String written, Collection<String> known, int most) {
        return known.stream()
                .filter(written::equalsIgnoreCase)
                .findFirst()
                .or(() -> nearest(written, known, most, name -> distance(written, name)));
    }

    /** Of several as near: the first letter is seldom wrong, and letters are forgotten sooner than added. */
    private static Optional<String> nearest(
            String written, Collection<String> known, int most, ToIntFunction<String> distance) {
        if (written.isBlank() || written.length() > LONGEST) {
            return Optional.empty();
        }
        return known.stream()
                .filter(name -> Math.abs(name.length() - written.length()) <= most)
                .filter(name -> isSlip(written, name, distance.applyAsInt(name), most))
                .min(
                        Comparator.comparingInt(distance)
                                .thenComparing(name -> !startsAlike(name, written))
                                .thenComparing(name -> !isStuttered(name, written))
                                .thenComparing(name -> -name.length()));
    }

    /** A name that shares no letter is no slip, nor is another number of the same kind: somebody who writes L5 means not L15. */
    private static boolean isSlip(String written, String name, int distance, int most) {
        boolean sharesLetters = distance < Math.max(1, Math.max(written.length(), name.length()));
        return distance <= most && sharesLetters && (distance == 0 || !isNumbered(written, name));
    }

    private static boolean isNumbered(String one, String other) {
        return DIGITS.matcher(one).find()
                && DIGITS.matcher(other).find()
                && DIGITS.matcher(one)
                        .replaceAll("")
                        .equalsIgnoreCase(DIGITS.matcher(other).replaceAll(""));
    }

    /** A letter that was typed twice, or once of two. */
    private static boolean isStuttered(String one, String other) {
        return TWICE.matcher(one)
                .replaceAll("$1")
                .equalsIgnoreCase(TWICE.matcher(other).replaceAll("$1"));
    }

    private static boolean startsAlike(String one, String other) {
        return one.regionMatches(true, 0, other, 0, 1);
    }

    /** Returns {@code "; did you mean 'name'?"}, or nothing where no known name is near. */
    public static String hint(String written, Collection<String> known) {
        return to(written, known).map(name -> "; did you mean '" + name + "'?").orElse("");
    }

    /** Keystrokes between two names: one for a letter too many, missing, wrong, or two swapped. */
    private static int distance(String a, String b) {
        var cost = new int[a.length() + 1][b.length() + 1];
        for (var i = 0; i <= a.length(); i++) {
            for (var j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 ? j : j == 0 ? i : step(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int step(int[][] cost, String a, String b, int i, int j) {
        var same = a.charAt(i - 1) == b.charAt(j - 1);
        var best =
                Math.min(
                        cost[i - 1][j - 1] + (same ? 0 : 1),
                        1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        var swapped =
                i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
