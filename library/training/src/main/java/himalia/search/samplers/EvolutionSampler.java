package himalia.search.samplers;

import static himalia.display.bundle.Given.given;

import himalia.search.Choice;
import himalia.search.ParameterDistribution;
import himalia.search.SearchSampler;
import himalia.search.SearchSpace;
import himalia.search.StudyHistory;
import himalia.search.TrialRecord;
import himalia.search.WholeRange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Evolution: a trial has two parents among the best so far, takes each setting from one of them, and changes some. For spaces of many choices and conditions, of which
 * no model is easily made.
 *
 * <pre>{@code
 * Study.minimize(space, new EvolutionSampler(42)).run(200, objective)
 * }</pre>
 *
 * <p>The first trials, as many as the population, are drawn by chance. From then on the population is the best trials of all; a parent is the better of two
 * that are drawn from it. A setting that only one parent has comes from that one, and one that neither has is drawn by chance. A number that changes mostly stays near, by polynomial
 * mutation; a choice becomes any other. Settings that were tried already are changed again.
 *
 * <p>K. Deb, A. Pratap, S. Agarwal, T. Meyarivan (2002): A fast and elitist multiobjective genetic algorithm: NSGA-II. IEEE Transactions on Evolutionary Computation 6, 182–197,
 * of one objective and without generations, so that trials at the same time wait for nobody. K. Deb, D. Deb (2014): Analysing mutation schemes for real-parameter genetic algorithms. International Journal of
 * Artificial Intelligence and Soft Computing 4, 1–28.
 *
 * @param population how many of the best trials have children; at least 2
 * @param crossover how probable it is that there are two parents, from 0 to 1; else there is one
 * @param mutation how probable it is that a setting changes, from 0 to 1; 0 for one setting a trial on the average
 * @param seed makes two studies agree
 */
public record EvolutionSampler(int population, double crossover, double mutation, long seed)
        implements SearchSampler {
    private static final int POPULATION = 20;
    private static final double CROSSOVER = 0.9;

    /** Deb's index of the distribution: nine of ten changes are smaller than a tenth of the way to the bound. */
    private static final double NEAR = 20;

    /** How often settings that were tried already are changed again. */
    private static final int DRAWS = 20;

    public EvolutionSampler {
        if (population < 2) {
            throw new IllegalArgumentException("population must be at least 2, got " + population);
        }
        checkShare("crossover", crossover);
        checkShare("mutation", mutation);
    }

    private static void checkShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be from 0 to 1, got " + value);
        }
    }

    /** Takes the best 20 trials, two parents nine times of ten, and changes one setting on the average. */
    public EvolutionSampler(long seed) {
        this(POPULATION, seed);
    }

    /** The same of the best so many trials. */
    public EvolutionSampler(int population, long seed) {
        this(population, CROSSOVER, 0, seed);
    }

    @Override
    public Map<String, Object> propose(SearchSpace space, StudyHistory history, int number) {
        given(space, "space");
        given(history, "history");
        var ranked = TrialRanks.of(history);
        if (ranked.size() < population) {
            return new RandomSearch(seed).propose(space, history, number);
        }
        var random = TrialSeeds.of(seed, number);
        var parents = ranked.subList(0, population);
        var first = parent(parents, random);
        var second = random.nextDouble() < crossover ? parent(parents, random) : first;
        var tried = history.trials().stream().map(TrialRecord::settings).toList();
        var child = changed(space, child(space, first, second, random), random);
        for (int i = 0; i < DRAWS && tried.contains(child); i++) {
            child = changed(space, child, random);
        }
        return child;
    }

    /** The better of two: the earlier one in the ranks. */
    private static TrialRecord parent(List<TrialRecord> ranked, Random random) {
        return ranked.get(Math.min(random.nextInt(ranked.size()), random.nextInt(ranked.size())));
    }

    private static Map<String, Object> child(
            SearchSpace space, TrialRecord first, TrialRecord second, Random random) {
        return space.at(
                name -> {
                    var distribution = space.distribution(name);
                    boolean isOfFirst = random.nextBoolean();
                    var giver = isOfFirst ? first : second;
                    var other = isOfFirst ? second : first;
                    if (has(giver, name, distribution)) {
                        return place(distribution, giver.setting(name));
                    }
                    return has(other, name, distribution)
                            ? place(distribution, other.setting(name))
                            : random.nextDouble();
                });
    }

    /** The bounds may have moved since it was tried. */
    private static boolean has(TrialRecord trial, String name, ParameterDistribution distribution) {
        return trial.settings().containsKey(name) && distribution.contains(trial.setting(name));
    }

    private static double place(ParameterDistribution distribution, Object value) {
        return Math.min(distribution.place(value), Math.nextDown(1.0));
    }

    private Map<String, Object> changed(
            SearchSpace space, Map<String, Object> settings, Random random) {
        double share = mutation > 0 ? mutation : 1.0 / settings.size();
        var places = new HashMap<String, Double>();
        settings.forEach(
                (name, value) -> {
                    var distribution = space.distribution(name);
                    places.put(
                            name,
                            random.nextDouble() < share
                                    ? near(distribution, value, random)
                                    : place(distribution, value));
                });
        // A choice that changed may bring settings that the parents did not have.
        return space.at(
                name -> {
                    var place = places.get(name);
                    return place == null ? random.nextDouble() : place;
                });
    }

    /** Returns another place, near by for numbers; of few values any other one where none is so near. */
    private static double near(ParameterDistribution distribution, Object value, Random random) {
        double place = place(distribution, value);
        double u = random.nextDouble();
        double moved =
                u < 0.5
                        ? place * Math.pow(2 * u, 1 / (1 + NEAR))
                        : 1 - (1 - place) * Math.pow(2 * (1 - u), 1 / (1 + NEAR));
        boolean isFar =
                distribution instanceof Choice
                        || distribution.size() > 0 && distribution.at(moved).equals(value);
        if (!isFar) {
            return moved;
        }
        return distribution instanceof WholeRange range && range.log()
                ? other(range, value, random)
                : other(place, distribution.size(), random);
    }

    /** Places of magnitudes are not as wide as each other: drawn until it is another value, if there is one. */
    private static double other(WholeRange range, Object value, Random random) {
        double place = random.nextDouble();
        while (range.size() > 1 && range.at(place).equals(value)) {
            place = random.nextDouble();
        }
        return place;
    }

    /** Returns the place of any value but one. */
    private static double other(double place, int size, Random random) {
        int value = (int) (place * size);
        int other = size == 1 ? value : random.nextInt(size - 1);
        return (other + (size > 1 && other >= value ? 1.5 : 0.5)) / size;
    }
}
