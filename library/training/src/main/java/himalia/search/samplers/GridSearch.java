package himalia.search.samplers;

import static himalia.display.bundle.Given.given;

import himalia.search.Choice;
import himalia.search.ParameterDistribution;
import himalia.search.SearchSampler;
import himalia.search.SearchSpace;
import himalia.search.StudyHistory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Tries every combination: all values of what can be counted, and some of each range, from bound to bound. The last setting changes fastest.
 *
 * <pre>{@code
 * var study = Study.maximize(SearchSpace.of("depth=int(2, 4), rate=log(0.01, 1)"), new GridSearch(3));
 * study.run(100, objective)      // 9 trials: then there are no more
 * }</pre>
 *
 * @param points of each range whose values have no end, and at most as many of whole numbers and steps
 */
public record GridSearch(int points) implements SearchSampler {
    private static final int MOST = 100_000;

    public GridSearch {
        if (points < 1) {
            throw new IllegalArgumentException("points must be at least 1, got " + points);
        }
    }

    @Override
    public Map<String, Object> propose(SearchSpace space, StudyHistory history, int number) {
        given(history, "history");
        return grid(space).get(number);
    }

    @Override
    public int most(SearchSpace space) {
        return grid(space).size();
    }

    private List<Map<String, Object>> grid(SearchSpace space) {
        List<Map<String, Object>> grid = List.of(Map.of());
        for (var name : given(space, "space").names()) {
            var values = values(space.distribution(name));
            var longer = new ArrayList<Map<String, Object>>();
            for (var each : grid) {
                if (!space.isActive(name, each)) {
                    longer.add(each);
                    continue;
                }
                for (var value : values) {
                    var settings = new LinkedHashMap<>(each);
                    settings.put(name, value);
                    longer.add(settings);
                }
            }
            if (longer.size() > MOST) {
                throw new IllegalArgumentException(
                        "the grid of %d points has more than %,d combinations; take fewer points, or RandomSearch"
                                .formatted(points, MOST));
            }
            grid = longer;
        }
        return grid;
    }

    private List<Object> values(ParameterDistribution distribution) {
        int size = distribution.size();
        if (distribution instanceof Choice choice) {
            return choice.values();
        }
        int count = size == 0 ? points : Math.min(points, size);
        return IntStream.range(0, count)
                .mapToObj(i -> distribution.at(place(i, count, size)))
                .distinct()
                .toList();
    }

    /** From bound to bound; of few values each, in the middle of where it lies. */
    private static double place(int index, int count, int size) {
        if (count == 1) {
            return 0.5;
        }
        double share = (double) index / (count - 1);
        return size == 0 ? share : (Math.rint(share * (size - 1)) + 0.5) / size;
    }
}
