package himalia.search.samplers;

import static himalia.display.bundle.Given.given;

import himalia.search.SearchSampler;
import himalia.search.SearchSpace;
import himalia.search.StudyHistory;
import himalia.search.TrialRecord;
import himalia.search.TrialState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Tree-structured Parzen estimator: each setting is drawn where good trials lie, and others do not. Optuna's defaults, and what it does with them.
 *
 * <pre>{@code
 * Study.minimize(space, new TpeSampler(42)).run(100, objective)
 * }</pre>
 *
 * <p>Each setting is drawn for itself, of the trials that have it, so conditions cost nothing. Of trials that were pruned, those that came further count
 * as better. Trials that are running at the same time count as bad ones, so that the next one is drawn elsewhere: Optuna's {@code constant_liar}.
 *
 * <p>J. Bergstra, R. Bardenet, Y. Bengio, B. Kégl (2011): Algorithms for Hyper-Parameter Optimization. NIPS. S. Watanabe (2023): Tree-Structured Parzen
 * Estimator. arXiv:2304.11127.
 *
 * @param startups trials that are drawn by chance first
 * @param candidates settings that are drawn and compared, of which the best is taken
 * @param seed makes two studies agree
 */
public record TpeSampler(int startups, int candidates, long seed) implements SearchSampler {
    /** At most so many trials are called good. */
    private static final int MOST_GOOD = 25;

    private static final double SHARE_GOOD = 0.1;

    public TpeSampler {
        if (startups < 1 || candidates < 1) {
            throw new IllegalArgumentException(
                    "startups and candidates must be at least 1, got %d and %d"
                            .formatted(startups, candidates));
        }
    }

    /** Draws 10 trials by chance first, and compares 24 candidates for each setting. */
    public TpeSampler(long seed) {
        this(10, 24, seed);
    }

    @Override
    public Map<String, Object> propose(SearchSpace space, StudyHistory history, int number) {
        given(space, "space");
        given(history, "history");
        var ranked = TrialRanks.of(history);
        if (ranked.size() < startups) {
            return new RandomSearch(seed).propose(space, history, number);
        }
        var random = TrialSeeds.of(seed, number);
        int good = Math.min((int) Math.ceil(SHARE_GOOD * ranked.size()), MOST_GOOD);
        var others = new ArrayList<>(ranked.subList(good, ranked.size()));
        others.addAll(history.of(TrialState.RUNNING));
        var settings = new LinkedHashMap<String, Object>();
        for (var name : space.names()) {
            if (space.isActive(name, settings)) {
                settings.put(name, drawn(name, space, ranked.subList(0, good), others, random));
            }
        }
        return settings;
    }

    private Object drawn(
            String name,
            SearchSpace space,
            List<TrialRecord> good,
            List<TrialRecord> others,
            Random random) {
        var distribution = space.distribution(name);
        var near = ParzenEstimator.of(distribution, observed(name, space, good));
        var far = ParzenEstimator.of(distribution, observed(name, space, others));
        double best = Double.NEGATIVE_INFINITY;
        double taken = Double.NaN;
        for (int i = 0; i < candidates; i++) {
            double candidate = near.draw(random);
            double gain = near.logDensity(candidate) - far.logDensity(candidate);
            if (i == 0 || gain > best) {
                best = gain;
                taken = candidate;
            }
        }
        return distribution.value(taken);
    }

    /** By the numbers of the trials: later ones weigh more. */
    private static double[] observed(String name, SearchSpace space, List<TrialRecord> trials) {
        var distribution = space.distribution(name);
        return trials.stream()
                .filter(trial -> trial.settings().containsKey(name))
                .filter(trial -> distribution.contains(trial.setting(name)))
                .sorted(Comparator.comparingInt(TrialRecord::number))
                .mapToDouble(trial -> distribution.number(trial.setting(name)))
                .toArray();
    }
}
