package himalia.search.samplers;

import static himalia.display.bundle.Given.given;

import himalia.search.Choice;
import himalia.search.SearchSampler;
import himalia.search.SearchSpace;
import himalia.search.StudyHistory;
import himalia.search.TrialRecord;
import himalia.search.TrialState;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Covariance matrix adaptation: a cloud that moves to where trials are good and stretches along what they have in common. For numbers that depend on each other,
 * and a few hundred trials.
 *
 * <pre>{@code
 * Study.minimize(space, new CmaEsSampler(42)).run(300, objective)
 * }</pre>
 *
 * <p>Choices and settings that are only there at times are drawn by chance; a space of these alone is refused. Every so many complete trials, a generation, the cloud moves; it is computed anew from
 * the trials.
 *
 * <p>N. Hansen (2016): The CMA Evolution Strategy: A Tutorial. arXiv:1604.00772.
 *
 * @param spread how far the first cloud reaches, as a share of each range
 * @param population trials of a generation; 0 for 4 + 3 ln of the number of settings
 * @param seed makes two studies agree
 */
public record CmaEsSampler(double spread, int population, long seed) implements SearchSampler {
    /** How often a point outside of the bounds is drawn again, before it is put onto them. */
    private static final int DRAWS = 100;

    public CmaEsSampler {
        if (!(spread > 0 && spread <= 1)) {
            throw new IllegalArgumentException(
                    "spread must be above 0 and at most 1, got " + spread);
        }
        if (population != 0 && population < 4) {
            throw new IllegalArgumentException(
                    "population must be at least 4, or 0, got " + population);
        }
    }

    /** Begins with a sixth of each range. */
    public CmaEsSampler(long seed) {
        this(0, seed);
    }

    /** Begins with a sixth of each range, in generations of so many trials. */
    public CmaEsSampler(int population, long seed) {
        this(1.0 / 6, population, seed);
    }

    @Override
    public Map<String, Object> propose(SearchSpace space, StudyHistory history, int number) {
        given(space, "space");
        given(history, "history");
        var random = TrialSeeds.of(seed, number);
        var names =
                space.names().stream()
                        .filter(space::isAlways)
                        .filter(name -> !(space.distribution(name) instanceof Choice))
                        .toList();
        if (names.isEmpty()) {
            throw new IllegalArgumentException(
                    "CmaEsSampler moves numbers that every trial has, and there is none in %s; take TpeSampler, or RandomSearch"
                            .formatted(String.join(", ", space.names())));
        }
        var places = new HashMap<String, Double>();
        var point = cloud(space, history, names).draw(random, DRAWS);
        for (int i = 0; i < point.length; i++) {
            places.put(names.get(i), point[i]);
        }
        return space.at(
                name -> {
                    var place = places.get(name);
                    return place == null ? random.nextDouble() : place;
                });
    }

    private static boolean isInside(SearchSpace space, TrialRecord trial, String name) {
        return space.distribution(name).contains(trial.setting(name));
    }

    /** Returns the cloud after all whole generations. */
    private CmaCloud cloud(SearchSpace space, StudyHistory history, List<String> names) {
        int size = names.size();
        int count = population > 0 ? population : 4 + (int) Math.floor(3 * Math.log(size));
        var cloud = new CmaCloud(size, spread, count);
        var trials =
                history.of(TrialState.COMPLETE).stream()
                        .filter(trial -> trial.settings().keySet().containsAll(names))
                        // The bounds may have moved since it was tried.
                        .filter(
                                trial ->
                                        names.stream()
                                                .allMatch(name -> isInside(space, trial, name)))
                        .toList();
        for (int from = 0; from + count <= trials.size(); from += count) {
            var generation =
                    trials.subList(from, from + count).stream()
                            .sorted(
                                    Comparator.comparingDouble(
                                            trial -> history.direction().loss(trial.value())))
                            .map(
                                    trial ->
                                            names.stream()
                                                    .mapToDouble(
                                                            name ->
                                                                    space.distribution(name)
                                                                            .place(
                                                                                    trial.setting(
                                                                                            name)))
                                                    .toArray())
                            .toList();
            cloud.move(generation);
        }
        return cloud;
    }
}
