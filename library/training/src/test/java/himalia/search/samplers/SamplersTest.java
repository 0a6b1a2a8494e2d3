package himalia.search.samplers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.search.SearchSampler;
import himalia.search.SearchSpace;
import himalia.search.Study;
import himalia.search.StudyObjective;
import himalia.search.Trial;
import himalia.search.TrialRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SamplersTest {
    /** Functions whose least value is known from the literature. */
    enum Known {
        HARTMANN_3("x=uniform(0, 1), y=uniform(0, 1), z=uniform(0, 1)", -3.86278) {
            @Override
            double of(double... p) {
                double[][] a = {{3, 10, 30}, {0.1, 10, 35}, {3, 10, 30}, {0.1, 10, 35}};
                double[][] at = {
                    {0.3689, 0.117, 0.2673},
                    {0.4699, 0.4387, 0.747},
                    {0.1091, 0.8732, 0.5547},
                    {0.03815, 0.5743, 0.8828}
                };
                double[] weights = {1, 1.2, 3, 3.2};
                double sum = 0;
                for (int i = 0; i < weights.length; i++) {
                    double far = 0;
                    for (int j = 0; j < p.length; j++) {
                        far += a[i][j] * (p[j] - at[i][j]) * (p[j] - at[i][j]);
                    }
                    sum -= weights[i] * Math.exp(-far);
                }
                return sum;
            }
        },
        SIX_HUMP_CAMEL("x=uniform(-3, 3), y=uniform(-2, 2)", -1.031628) {
            @Override
            double of(double... p) {
                double x = p[0] * p[0];
                double y = p[1] * p[1];
                return (4 - 2.1 * x + x * x / 3) * x + p[0] * p[1] + (4 * y - 4) * y;
            }
        },
        STYBLINSKI_TANG("x=uniform(-5, 5), y=uniform(-5, 5)", -78.33233) {
            @Override
            double of(double... p) {
                return Arrays.stream(p).map(v -> (Math.pow(v, 4) - 16 * v * v + 5 * v) / 2).sum();
            }
        };

        private final SearchSpace space;
        private final double least;

        Known(String space, double least) {
            this.space = SearchSpace.of(space);
            this.least = least;
        }

        abstract double of(double... point);

        double best(SearchSampler sampler, int trials) {
            StudyObjective objective =
                    trial ->
                            of(
                                    trial.settings().values().stream()
                                            .mapToDouble(v -> (double) v)
                                            .toArray());
            return Study.minimize(space, sampler).run(trials, objective).best().value();
        }

        /** How far above the least value, as a share of it, on the median of some seeds. */
        double gap(LongFunction<SearchSampler> sampler, int seeds) {
            var gaps =
                    LongStream.range(0, seeds)
                            .mapToDouble(seed -> (best(sampler.apply(seed), 100) - least) / -least)
                            .sorted()
                            .toArray();
            return (gaps[(seeds - 1) / 2] + gaps[seeds / 2]) / 2;
        }
    }

    /** In one run with 20 seeds: 0.4, 1.6 and 0.3 % here, 0.5, 1.0 and 0.5 % by Optuna 4.9. */
    @Tag("once")
    @ParameterizedTest
    @EnumSource(Known.class)
    void tpeComesWithinFivePercent(Known known) {
        double gap = known.gap(TpeSampler::new, 5);
        assertThat(gap).isLessThan(0.05);
    }

    @Tag("once")
    @ParameterizedTest
    @EnumSource(Known.class)
    void evolutionComesNearerThanChance(Known known) {
        assertThat(known.gap(EvolutionSampler::new, 20))
                .isLessThan(known.gap(RandomSearch::new, 20));
    }

    @Test
    void evolutionFindsChoicesBehindConditions() {
        var space =
                SearchSpace.of(
                        "kind=choice(a, b, c, d), x=uniform(-10, 10) if kind=c, n=int(1, 50) if kind=c, y=uniform(0, 1) if kind=a");
        StudyObjective objective =
                trial ->
                        trial.text("kind").equals("c")
                                ? Math.abs(trial.real("x") - 3) + Math.abs(trial.whole("n") - 17)
                                : 40;
        var study = Study.minimize(space, new EvolutionSampler(1)).run(300, objective);
        assertThat(study.best().value()).isLessThan(0.5);
        assertThat(study.trials())
                .allSatisfy(
                        trial ->
                                assertThat(trial.settings().containsKey("x"))
                                        .isEqualTo("c".equals(trial.setting("kind"))));
        // What was tried is not tried again.
        assertThat(study.trials().stream().map(TrialRecord::settings).filter(s -> s.size() > 1))
                .doesNotHaveDuplicates();
    }

    @Test
    void evolutionOfFewSettingsTriesAllAndRefusesWhatIsNone() {
        var space = SearchSpace.of("a=choice(x, y), n=int(1, 4)");
        var study =
                Study.minimize(space, new EvolutionSampler(4, 0.5, 0, 1))
                        .run(60, trial -> trial.whole("n"));
        assertThat(study.trials().stream().map(TrialRecord::settings).distinct()).hasSize(8);
        assertThatThrownBy(() -> new EvolutionSampler(1, 0.9, 0, 1))
                .hasMessage("population must be at least 2, got 1");
        assertThatThrownBy(() -> new EvolutionSampler(20, 1.5, 0, 1))
                .hasMessage("crossover must be from 0 to 1, got 1.5");
        assertThatThrownBy(() -> new EvolutionSampler(20, 0.9, Double.NaN, 1))
                .hasMessage("mutation must be from 0 to 1, got NaN");
    }

    @Test
    void cmaEsFollowsAValleyThatNoSettingTellsOf() {
        var space = SearchSpace.of("x=uniform(-5, 5), y=uniform(-5, 5), z=uniform(-5, 5)");
        StudyObjective valley =
                trial -> {
                    double sum = trial.real("x") + trial.real("y") + trial.real("z") - 2;
                    double along = trial.real("x") - trial.real("y") + 1;
                    double across = trial.real("y") - trial.real("z");
                    return 100 * sum * sum + along * along + across * across;
                };
        double cma = Study.minimize(space, new CmaEsSampler(1)).run(300, valley).best().value();
        double chance = Study.minimize(space, new RandomSearch(1)).run(300, valley).best().value();
        assertThat(cma).isLessThan(0.01);
        assertThat(chance).isGreaterThan(100 * cma);
    }

    /** Trials of other bounds lie outside of the places that a sampler knows, and the cloud would wait there. */
    @Test
    void cmaEsLeavesTrialsOutsideOfBoundsThatHaveMoved() {
        var wide = SearchSpace.of("x=uniform(0, 100)");
        var before = Study.maximize(wide, new RandomSearch(1)).run(40, trial -> trial.real("x"));
        var narrow = SearchSpace.of("x=uniform(0, 10)");
        var sampler = new CmaEsSampler(1);
        assertThat(IntStream.range(40, 50))
                .extracting(n -> (double) sampler.propose(narrow, before.history(), n).get("x"))
                .allMatch(x -> x < 9.999);
    }

    /** In logint(1, 1000) a seventh of the places are those of 1. */
    @Test
    void evolutionChangesAWholeNumberOfMagnitudesToAnother() {
        var space = SearchSpace.of("n=logint(1, 1000), c=uniform(0, 1)");
        SearchSampler ones = (any, history, number) -> Map.of("n", 1, "c", 0.3 * number);
        var history = Study.minimize(space, ones).run(2, trial -> 0).history();
        var sampler = new EvolutionSampler(2, 0, 1, 7);
        assertThat(IntStream.range(2, 200))
                .extracting(n -> sampler.propose(space, history, n).get("n"))
                .doesNotContain(1);
    }

    @Test
    void allAreRepeatableAndFollowTheirSeed() {
        var space =
                SearchSpace.of(
                        "x=uniform(0, 1), n=int(1, 9), c=choice(a, b), l=log(0.01, 1) if c=b, q=step(0, 1, 0.5)");
        List<LongFunction<SearchSampler>> samplers =
                List.of(
                        RandomSearch::new,
                        SobolSearch::new,
                        TpeSampler::new,
                        CmaEsSampler::new,
                        EvolutionSampler::new);
        for (var sampler : samplers) {
            var once = settings(space, sampler.apply(1));
            assertThat(once).isEqualTo(settings(space, sampler.apply(1)));
            assertThat(once).isNotEqualTo(settings(space, sampler.apply(2)));
            assertThat(once)
                    .allSatisfy(
                            each ->
                                    assertThat(each.containsKey("l"))
                                            .isEqualTo("b".equals(each.get("c"))));
        }
    }

    private static List<Map<String, Object>> settings(SearchSpace space, SearchSampler sampler) {
        return Study.maximize(space, sampler)
                .run(30, trial -> trial.real("x") * trial.whole("n") + depth(trial))
                .trials()
                .stream()
                .map(TrialRecord::settings)
                .toList();
    }

    private static double depth(Trial trial) {
        return trial.has("l") ? trial.real("l") : 0;
    }

    @Test
    void sobolHasAsManyTrialsInEachEighthOfEverySetting() {
        var space = SearchSpace.of("a=uniform(0, 1), b=uniform(0, 1), c=uniform(0, 1)");
        var trials = settings(space, new SobolSearch(42), 64);
        for (var name : space.names()) {
            var eighths =
                    trials.stream().mapToInt(each -> (int) (8 * (double) each.get(name))).toArray();
            for (int eighth = 0; eighth < 8; eighth++) {
                int wanted = eighth;
                assertThat(IntStream.of(eighths).filter(each -> each == wanted)).hasSize(8);
            }
        }
        var quarters =
                trials.stream()
                        .map(
                                each ->
                                        List.of(
                                                (int) (8 * (double) each.get("a")),
                                                (int) (8 * (double) each.get("b"))))
                        .distinct();
        assertThat(quarters).hasSize(64);
    }

    private static List<Map<String, Object>> settings(
            SearchSpace space, SearchSampler sampler, int trials) {
        return Study.minimize(space, sampler).run(trials, trial -> 0).trials().stream()
                .map(TrialRecord::settings)
                .toList();
    }

    @Test
    void aGridOfConditionsIsCountedAndInOrder() {
        var space =
                SearchSpace.of(
                        "a=choice(x, y), k=int(1, 2), l=choice(1, 2, 3) if a=y, m=int(1, 2) if l=3, z=choice(true, false)");
        var grid = settings(space, new GridSearch(3), 100);
        // x: 2 of k by 2 of z; y: 2 of k by (1, 2, or 3 with 2 of m) by 2 of z.
        assertThat(grid).hasSize(4 + 2 * 4 * 2).doesNotHaveDuplicates();
        assertThat(new GridSearch(3).most(space)).isEqualTo(20);
        assertThat(grid.get(3)).isEqualTo(Map.of("a", "x", "k", 2, "z", false));
        assertThat(grid.get(8)).isEqualTo(Map.of("a", "y", "k", 1, "l", 3, "m", 1, "z", true));
        assertThatThrownBy(
                        () ->
                                new GridSearch(3)
                                        .propose(
                                                space,
                                                Study.minimize(space, new GridSearch(3)).history(),
                                                20))
                .hasMessage("the grid of 3 points has 20 combinations, and none of number 20");
    }

    /** Counted to its end it is 5^13 ways to the condition. */
    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aGridThatIsTooLargeIsRefusedAtOnceBeforeAConditionToo() {
        var many =
                IntStream.range(0, 13)
                        .mapToObj(i -> "a%d=uniform(0, 1), ".formatted(i))
                        .collect(Collectors.joining());
        var space = SearchSpace.of(many + "kind=choice(a, b), z=uniform(0, 1) if kind=a");
        assertThatThrownBy(() -> new GridSearch(5).most(space))
                .hasMessage(
                        "the grid of 5 points has more than 100,000 combinations; take fewer points, or RandomSearch");
    }

    /** The order of scikit-learn's ParameterGrid, in reference/selection.json: the last key varies fastest. */
    @Test
    void theLastSettingOfAGridChangesFastest() {
        var space = SearchSpace.of("a=choice(x, y), b=choice(true, false), c=log(0.1, 10)");
        var grid = settings(space, new GridSearch(3), 100);
        assertThat(grid).hasSize(12);
        var order =
                grid.stream()
                        .map(
                                each ->
                                        "%s %s %.1f"
                                                .formatted(
                                                        each.get("a"),
                                                        each.get("b"),
                                                        (double) each.get("c")))
                        .toList();
        assertThat(order)
                .startsWith("x true 0.1", "x true 1.0", "x true 10.0", "x false 0.1")
                .endsWith("y false 1.0", "y false 10.0");
        assertThat(settings(SearchSpace.of("n=int(1, 9)"), new GridSearch(3), 9))
                .containsExactly(Map.of("n", 1), Map.of("n", 5), Map.of("n", 9));
        assertThatThrownBy(
                        () ->
                                settings(
                                        SearchSpace.of("a=uniform(0, 1), b=uniform(0, 1)"),
                                        new GridSearch(1000),
                                        1))
                .hasMessage(
                        "the grid of 1000 points has more than 100,000 combinations; take fewer points, or RandomSearch");
    }
}
