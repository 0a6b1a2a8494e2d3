package himalia.features;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Which levels are too rare to have a column of their own. */
final class RareLevels {
    private RareLevels() {}

    /**
     * Returns for each level whether it is rare, as scikit-learn tells.
     *
     * @param least how many rows a frequent one has at least
     * @param most how many columns there may be, with that of the rare ones; 0 for any number
     */
    static boolean[] of(int[] counts, int least, int most) {
        var rare = new boolean[counts.length];
        int frequent = 0;
        for (int i = 0; i < counts.length; i++) {
            rare[i] = counts[i] < least;
            frequent += rare[i] ? 0 : 1;
        }
        if (most > 0 && most < frequent + 1) {
            // Of levels as frequent, the later stays.
            var byCount =
                    IntStream.range(0, counts.length)
                            .boxed()
                            .sorted(Comparator.comparingInt(i -> counts[i]))
                            .toList();
            byCount.subList(0, counts.length - (most - 1)).forEach(i -> rare[i] = true);
        }
        return rare;
    }
}
