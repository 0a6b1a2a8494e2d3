package himalia.search.samplers;

import static himalia.display.bundle.Given.given;

import himalia.search.Choice;
import himalia.search.ParameterDistribution;
import himalia.search.SearchSampler;
import himalia.search.SearchSpace;
import himalia.search.StudyHistory;
import java.util.HashMap;
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
        int count = most(space);
        if (number < 0 || number >= count) {
            throw new IllegalArgumentException(
                    "the grid of %d points has %d combinations, and none of number %d"
                            .formatted(points, count, number));
        }
        var settings = new LinkedHashMap<String, Object>();
        int left = number;
        for (int at = 0; at < space.names().size(); at++) {
            var name = space.names().get(at);
            if (space.isActive(name, settings)) {
                left = choose(space, at, settings, left);
            }
        }
        return settings;
    }

    /** Puts the value of one setting, and returns the number of the combination among those that have it. */
    private int choose(SearchSpace space, int at, Map<String, Object> settings, int number) {
        int left = number;
        for (var value : values(space.distribution(space.names().get(at)))) {
            settings.put(space.names().get(at), value);
            int behind = count(space, at + 1, settings);
            if (left < behind) {
                break;
            }
            left -= behind;
        }
        return left;
    }

    @Override
    public int most(SearchSpace space) {
        int most = count(given(space, "space"), 0, new HashMap<>());
        if (most > MOST) {
            throw new IllegalArgumentException(
                    "the grid of %d points has more than %,d combinations; take fewer points, or RandomSearch"
                            .formatted(points, MOST));
        }
        return most;
    }

    /** Returns how many combinations there are of the settings from one on, where those before it have values; no more than one above the most. */
    private int count(SearchSpace space, int from, Map<String, Object> settings) {
        var names = space.names().subList(from, space.names().size());
        if (names.stream().allMatch(space::isAlways)) {
            long product = 1;
            for (var name : names) {
                product = Math.min(MOST + 1L, product * values(space.distribution(name)).size());
            }
            return (int) product;
        }
        var name = names.get(0);
        if (!space.isActive(name, settings)) {
            return count(space, from + 1, settings);
        }
        int sum = 0;
        var longer = new HashMap<>(settings);
        for (var value : values(space.distribution(name))) {
            longer.put(name, value);
            sum = Math.min(MOST + 1, sum + count(space, from + 1, longer));
            if (sum > MOST) {
                // Else each setting more makes it so many times longer to say no.
                break;
            }
        }
        return sum;
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
