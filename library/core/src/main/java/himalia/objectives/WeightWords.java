package himalia.objectives;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What objectives count, as it is read. */
final class WeightWords {
    private WeightWords() {}

    static String of(List<String> names, double[] weights) {
        return IntStream.range(0, weights.length)
                .mapToObj(k -> weights[k] + " × " + names.get(k))
                .collect(Collectors.joining(" + "));
    }
}
