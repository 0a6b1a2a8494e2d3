package himalia.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import himalia.model.GrownTree;
import himalia.search.samplers.RandomSearch;
import himalia.search.samplers.TpeSampler;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shares beside Optuna's {@code FanovaImportanceEvaluator}, and by the definition. */
class ParameterImportanceTest {
    /** a, b and c of sixty trials, in 1024ths: {@code default_rng(5).uniform(0, 1, (60, 3))}, rounded. */
    private static final String PLACES =
            """
            824,827,528 293,55,393 418,46,50 1023,668,240 445,998,919 864,402,505 693,62,569
            278,901,66 695,891,233 917,893,19 724,1,515 447,208,333 826,324,153 715,459,818
            241,327,819 519,519,242 15,956,88 865,377,974 409,959,570 246,759,691 701,475,227
            656,110,709 651,386,818 199,400,817 390,730,627 964,1015,741 828,157,730 868,411,567
            491,982,325 412,1,430 647,957,946 335,1013,192 843,161,415 75,879,849 143,540,264
            504,566,109 885,285,458 59,3,200 350,950,911 492,466,683 879,345,813 409,608,755
            513,707,714 6,40,153 219,208,50 222,615,907 358,375,427 697,804,964 385,724,350
            844,236,892 517,743,548 324,506,52 44,543,489 853,21,570 502,612,747 537,577,504
            630,254,566 689,196,1014 764,978,301 454,268,48
            """;

    @TempDir private Path folder;

    private static double sum(Study study) {
        return study.importance().values().stream().mapToDouble(each -> each).sum();
    }

    private static double[] places(String row) {
        return Stream.of(row.split(","))
                .mapToDouble(each -> Integer.parseInt(each) / 1024.0)
                .toArray();
    }

    /** FanovaImportanceEvaluator(seed=k).evaluate(study) of Optuna 5.0.0, k from 0 to 9: a 0.657 to 0.688, b 0.186 to 0.210, c 0.019 to 0.030. */
    @Test
    void sharesAreOptunas() {
        var trials =
                Stream.of(PLACES.strip().split("\\s+"))
                        .map(ParameterImportanceTest::places)
                        .toList();
        SearchSampler given =
                (space, history, number) ->
                        space.at(name -> trials.get(number)["abc".indexOf(name)]);
        var space = SearchSpace.of("a=uniform(0, 1), b=uniform(0, 1), c=uniform(0, 1)");
        var study =
                Study.minimize(space, given)
                        .run(
                                60,
                                trial ->
                                        4 * trial.real("a")
                                                + (trial.real("b") > 0.5 ? 2 : 0)
                                                + 3 * trial.real("a") * trial.real("c"));

        var shares = study.importance();
        assertThat(shares.get("a")).isBetween(0.64, 0.70);
        assertThat(shares.get("b")).isBetween(0.17, 0.23);
        assertThat(shares.get("c")).isBetween(0.01, 0.04);
    }

    @Test
    void aTreeOfTwoQuestionsIsSharedByHand() {
        // a <= 0.5: 0; else b <= 0.25: 0, else 8. Means along a: 0 and 6; along b: 0 and 4.
        var tree =
                new GrownTree(
                        List.of("a", "b"),
                        new int[] {0, -1, 1, -1, -1},
                        new double[] {0.5, 0, 0.25, 0, 0},
                        new int[] {1, 0, 3, 0, 0},
                        new int[] {2, 0, 4, 0, 0},
                        new double[][] {{}, {0}, {}, {0}, {8}},
                        new double[5]);
        double all = 0.375 * 64 - 9;

        var shares = TreeVariance.shares(tree, new double[2]);
        assertThat(shares[0]).isCloseTo(9 / all, within(1e-12));
        assertThat(shares[1]).isCloseTo(0.25 * 0.75 * 16 / all, within(1e-12));
        // b is not there half of the time, and then as where it is small: 8 in 3/16 of all.
        var seldom = TreeVariance.shares(tree, new double[] {0, 0.5});
        assertThat(seldom[0]).isCloseTo(2.25 / (12 - 2.25), within(1e-12));
    }

    @Test
    void togetherTheyAreNeverMoreThanTheWhole() {
        var space = SearchSpace.of("a=log(0.001, 1), b=int(1, 8), c=uniform(0.5, 1)");
        for (long seed = 0; seed < 8; seed++) {
            var study =
                    Study.maximize(space, new TpeSampler(seed))
                            .run(
                                    25,
                                    trial ->
                                            trial.whole("b") == 1
                                                    ? -5
                                                    : trial.real("a") + trial.real("c"));
            assertThat(sum(study)).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void aSettingThatIsSeldomThereCountsForWhereItIs() {
        var space = SearchSpace.of("kind=choice(u, v), x=uniform(0, 1) if kind=u");
        var study =
                Study.minimize(space, new RandomSearch(3))
                        .run(80, trial -> trial.text("kind").equals("u") ? trial.real("x") : 5);

        assertThat(study.importance().keySet()).containsExactlyInAnyOrder("kind", "x");
        assertThat(sum(study)).isBetween(0.5, 1.0);
    }

    /** A place below 0 might even be the one of settings that are not there. */
    @Test
    void trialsOutsideOfBoundsThatHaveMovedDoNotCount() {
        var wide = SearchSpace.of("x=uniform(-10, 10), y=uniform(0, 1)");
        var file = folder.resolve("study.log");
        Study.minimize(wide, new RandomSearch(1)).at(file).run(60, trial -> trial.real("y"));
        var narrow = SearchSpace.of("x=uniform(9.999, 10), y=uniform(0, 1)");
        assertThat(Study.minimize(narrow, new RandomSearch(1)).at(file).importance()).isEmpty();
    }
}
