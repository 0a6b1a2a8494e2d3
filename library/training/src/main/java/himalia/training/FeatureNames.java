package himalia.training;

import java.util.Locale;
import java.util.stream.IntStream;

/** Names for Tribuo, which orders features by them. */
final class FeatureNames {
    private FeatureNames() {}

    /** Returns so many names that stay in order: with as many digits each. */
    static String[] ordered(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> String.format(Locale.ROOT, "%08d", i))
                .toArray(String[]::new);
    }
}
