package himalia.evaluation.comparison;

import static himalia.reference.ModelReference.doubles;
import static himalia.reference.ModelReference.elements;
import static himalia.reference.ModelReference.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import himalia.evaluation.validation.CrossValidationScores;
import himalia.evaluation.validation.FoldScores;
import himalia.model.Predictions;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Tests of models against reference/selection.json, and what is said after them. */
class ComparisonReferenceTest {
    private static Stream<JsonObject> cases(String name, String with) {
        return elements(json("selection").getAsJsonArray(name))
                .map(JsonElement::getAsJsonObject)
                .filter(each -> each.has(with));
    }

    static Stream<JsonObject> mcnemar() {
        return cases("mcnemar", "exact_p");
    }

    static Stream<JsonObject> paired() {
        return cases("paired", "paired_t");
    }

    static Stream<JsonObject> fiveByTwo() {
        return cases("paired", "five_by_two_differences");
    }

    static Stream<JsonObject> friedman() {
        return cases("friedman", "chi2");
    }

    @ParameterizedTest
    @MethodSource("mcnemar")
    void rowsThatOneTellsWrongAreComparedAsTheReferenceSays(JsonObject given) {
        var test =
                new McNemar(
                        given.get("only_b_wrong").getAsLong(),
                        given.get("only_a_wrong").getAsLong());

        same(given, "exact_p", test.p());
        same(given, "chi2_corrected", test.chiSquared());
        same(given, "chi2_corrected_p", test.chiSquaredP());
    }

    @ParameterizedTest
    @MethodSource("paired")
    void scoresOfFoldsAreComparedAsTheReferenceSays(JsonObject given) {
        var first = doubles(given.getAsJsonArray("a"));
        var second = doubles(given.getAsJsonArray("b"));
        double testOverTrain = given.get("test_over_train").getAsDouble();

        var plain = PairedTest.pairedT(first, second);
        var corrected = PairedTest.correctedResampledT(first, second, testOverTrain);

        // The reference tells the second model's score less the first's.
        same(given, "paired_t", -plain.statistic());
        same(given, "paired_p", plain.p());
        same(given, "nadeau_bengio_t", -corrected.statistic());
        same(given, "nadeau_bengio_p", corrected.p());
    }

    @ParameterizedTest
    @MethodSource("fiveByTwo")
    void fiveTimesTwoFoldsToo(JsonObject given) {
        var test = PairedTest.fiveByTwo(rows(given.getAsJsonArray("five_by_two_differences")));

        same(given, "t_5x2cv", test.statistic());
        same(given, "p", test.p());
    }

    @ParameterizedTest
    @MethodSource("friedman")
    void ranksAreComparedAsTheReferenceSays(JsonObject given) {
        var test =
                Friedman.of(
                        List.of("a", "b", "c", "d"),
                        rows(given.getAsJsonArray("scores_datasets_x_models")));

        same(given, "chi2", test.chiSquared());
        same(given, "p", test.p());
        assertThat(test.meanRanks())
                .containsExactlyElementsOf(
                        Arrays.stream(doubles(given.getAsJsonArray("mean_ranks_1_is_best")))
                                .boxed()
                                .toList());
        // The reference has the quantile of Demšar's table, three digits;
        // scipy.stats.studentized_range has all.
        double printed = given.get("nemenyi_critical_difference_0.05").getAsDouble();
        assertThat(test.criticalDifference(0.05)).isCloseTo(printed, within(1e-4));
        assertThat(test.criticalDifference(0.05))
                .isCloseTo(2.569031772546482 * Math.sqrt(20.0 / 48), within(1e-9));
        assertThat(test.areDifferent("b", "d", 0.05)).isTrue();
        assertThat(test.areDifferent("a", "d", 0.05)).isFalse();
        assertThat(test.best(0.05)).containsExactly("d", "c", "a");
    }

    /** By scipy.stats.chi2.sf(200, 3), and of McNemar's statistic (1000 - 1)² / 1000 with one degree. */
    @Test
    void aProbabilityBelowADoublesDigitsIsNotZero() {
        var friedman =
                new Friedman(List.of("a", "b", "c", "d"), List.of(1.0, 2.0, 3.0, 4.0), 70, 200);

        assertThat(friedman.p()).isCloseTo(4.218541107192018e-43, withinPercentage(1e-6));
        assertThat(new McNemar(1000, 0).chiSquaredP())
                .isCloseTo(4.8840137355217796e-219, withinPercentage(1e-6));
    }

    /** Demšar's table 5: the quantiles over √2 for two to ten models, to three digits. */
    @Test
    void theRangeOfNormalNumbersIsThePrintedTable() {
        double[] printed = {1.960, 2.343, 2.569, 2.728, 2.850, 2.949, 3.031, 3.102, 3.164};

        for (int i = 0; i < printed.length; i++) {
            assertThat(StudentizedRange.quantile(0.95, i + 2) / Math.sqrt(2))
                    .isCloseTo(printed[i], within(0.0011));
        }
    }

    @Test
    void predictionsOfTheSameRowsAreCompared() {
        var truth = Table.create(StringColumn.create("y", "a", "b", "a", "b"));
        var first =
                Predictions.of(List.of("a", "b"), new double[][] {{1, 0}, {0, 1}, {1, 0}, {1, 0}});
        var second =
                Predictions.of(List.of("a", "b"), new double[][] {{0, 1}, {1, 0}, {1, 0}, {0, 1}});

        assertThat(McNemar.of(first, second, truth, "y")).isEqualTo(new McNemar(2, 1));
        assertThat(new McNemar(0, 0).p()).isEqualTo(1);
    }

    /** Such a model is never right, and the test says that it is the worse one. */
    @Test
    void predictionsOfAnotherLabelAreRefused() {
        var truth = Table.create(StringColumn.create("y", "a", "b"));
        var right = Predictions.of(List.of("a", "b"), new double[][] {{1, 0}, {0, 1}});
        var other = Predictions.of(List.of("b", "c"), new double[][] {{1, 0}, {0, 1}});
        var more = Predictions.of(List.of("a", "b", "c"), new double[][] {{1, 0, 0}, {0, 1, 0}});

        assertThatThrownBy(() -> McNemar.of(right, other, truth, "y"))
                .hasMessage(
                        "row 0 has class 'a' in 'y', and the second predictions know only: b, c");
        assertThatThrownBy(() -> McNemar.of(other, right, truth, "y"))
                .hasMessage(
                        "row 0 has class 'a' in 'y', and the first predictions know only: b, c");
        assertThat(McNemar.of(right, more, truth, "y")).isEqualTo(new McNemar(0, 0));
    }

    @Test
    void oneIsCalledBetterOnlyWithItsTest() {
        double[] good = {0.90, 0.91, 0.92, 0.90, 0.93};
        double[] alike = {0.91, 0.90, 0.91, 0.91, 0.92};
        double[] bad = {0.70, 0.72, 0.71, 0.71, 0.73};

        var comparison =
                new ModelComparison(
                        "accuracy",
                        inOrder("bad", scores(bad), "alike", scores(alike), "good", scores(good)));

        assertThat(comparison.ranking()).first().isEqualTo("good");
        assertThat(comparison.ranking()).last().isEqualTo("bad");
        double p = PairedTest.correctedResampledT(good, bad, 0.25).p();
        double other = PairedTest.correctedResampledT(alike, bad, 0.25).p();
        // Holm: the smallest of three probabilities times three, the next times two.
        double expected = p <= other ? 3 * p : Math.max(3 * other, 2 * p);
        assertThat(comparison.probabilities().get("bad")).isCloseTo(expected, within(1e-12));
        assertThat(comparison.verdict())
                .startsWith(
                        "By accuracy on 5 folds and the corrected resampled t-test, p by Holm over all pairs: ")
                .contains("'good' is better than 'bad' (p < 0.0001)")
                .contains("that 'good' is better than 'alike' may be chance");
        assertThat(comparison.bundle().text()).contains("behind the best");
    }

    @Test
    void ofTrainersThatScoreTheSameNoneIsCalledBetter() {
        double[] same = {0.8, 0.9, 0.85, 0.7, 0.75};
        var comparison =
                new ModelComparison("accuracy", inOrder("a", scores(same), "b", scores(same)));

        assertThat(comparison.verdict())
                .isEqualTo(
                        "By accuracy on 5 folds and the corrected resampled t-test: 'a' and 'b' score the same on every fold.");
    }

    @Test
    void trainersAreCalledByWhatDiffers() {
        assertThat(
                        DistinctNames.of(
                                List.of(
                                        "Pipeline[Scaler[columns=[]], Linear[c=1.0, balanced=false]]",
                                        "Pipeline[Scaler[columns=[]], Linear[c=0.1, balanced=false]]")))
                .containsExactly("c=1.0", "c=0.1");
        assertThat(DistinctNames.of(List.of("Linear[c=1.0]", "Tree[depth=3]")))
                .containsExactly("Linear[c=1.0]", "Tree[depth=3]");
        assertThat(DistinctNames.of(List.of("Linear[c=1]", "Linear[c=1, d=2]")))
                .containsExactly("Linear[c=1]", "Linear[c=1, d=2]");
    }

    @Test
    void aLossIsRankedTheOtherWay() {
        var comparison =
                new ModelComparison(
                        "accuracy", inOrder("one", scores(0.1, 0.2), "two", scores(0.3, 0.4)));
        assertThat(comparison.ranking()).containsExactly("two", "one");
        var losses =
                new ModelComparison(
                        "log_loss",
                        inOrder(
                                "one",
                                named("log_loss", 0.1, 0.2),
                                "two",
                                named("log_loss", 0.3, 0.4)));
        assertThat(losses.ranking()).containsExactly("one", "two");
    }

    @Test
    void slipsAreToldWithTheirValueAndTheWayOut() {
        assertThatThrownBy(() -> PairedTest.pairedT(new double[1], new double[2]))
                .hasMessage("as many scores of both are wanted, and two at least, got 1 and 2");
        assertThatThrownBy(
                        () -> PairedTest.pairedT(new double[] {1, Double.NaN}, new double[] {1, 2}))
                .hasMessageStartingWith("the scores of fold 1 are NaN and 2.0, and NaN differs");
        var five = scores(1, 2);
        var ten =
                new CrossValidationScores(
                        "Dummy",
                        IntStream.range(0, 2)
                                .mapToObj(
                                        fold ->
                                                new FoldScores(
                                                        Map.of("accuracy", 1.0),
                                                        90,
                                                        10,
                                                        Duration.ZERO,
                                                        Duration.ZERO))
                                .toList());
        assertThatThrownBy(() -> PairedTest.correctedResampledT(five, ten, "accuracy"))
                .hasMessage(
                        "fold 0 learnt from 80 rows and was judged by 20 of the one, and of the other from 90 rows and was judged by 10; cross-validate both by one splitter and seed, on one table");
        assertThatThrownBy(
                        () ->
                                new ModelComparison(
                                        "accuracy",
                                        inOrder("a", scores(1, Double.NaN), "b", scores(1, 2))))
                .hasMessageStartingWith("accuracy is undefined in fold 1 of Dummy, and nothing");
        assertThatThrownBy(() -> five.interval("accuracy", 1.5))
                .hasMessage("confidence must be between 0 and 1, such as 0.95, got 1.5");
        assertThatThrownBy(() -> PairedTest.fiveByTwo(new double[4][2]))
                .hasMessage("five times two folds are wanted, got 4 times");
        assertThatThrownBy(() -> Friedman.of(List.of("a", "b"), new double[5][2]))
                .hasMessageEndingWith("got 2 and 5; compare two models by PairedTest");
        assertThatThrownBy(() -> new McNemar(-1, 2))
                .hasMessage("rows are counted from 0, got -1 and 2");
        assertThatThrownBy(() -> new ModelComparison("accuracy", Map.of("a", scores(1))))
                .hasMessage("two trainers at least are compared, got 1");
        assertThat(PairedTest.pairedT(new double[] {1, 2}, new double[] {1, 2}).p()).isEqualTo(1);
        assertThat(PairedTest.pairedT(new double[] {2, 3}, new double[] {1, 2}).p()).isZero();
    }

    @Test
    void foldsOfOtherRowsAreRefusedThoughTheyAreAsLarge() {
        assertThatThrownBy(
                        () -> PairedTest.correctedResampledT(of(0x12, 1), of(0x34, 2), "accuracy"))
                .hasMessage(
                        "fold 0 learnt from 80 rows and was judged by 20 (rows 00000012) of the one, and of the other from 80 rows and was judged by 20 (rows 00000034); cross-validate both by one splitter and seed, on one table");
        assertThat(PairedTest.correctedResampledT(of(0x12, 1), of(0x12, 2), "accuracy").p())
                .isZero();
    }

    private static CrossValidationScores of(int members, double score) {
        var fold =
                new FoldScores(
                        Map.of("accuracy", score), 80, 20, Duration.ZERO, Duration.ZERO, members);
        return new CrossValidationScores("Dummy", List.of(fold, fold));
    }

    private static Map<String, CrossValidationScores> inOrder(Object... namesAndScores) {
        var map = new LinkedHashMap<String, CrossValidationScores>();
        for (int i = 0; i < namesAndScores.length; i += 2) {
            map.put((String) namesAndScores[i], (CrossValidationScores) namesAndScores[i + 1]);
        }
        return map;
    }

    private static CrossValidationScores scores(double... values) {
        return named("accuracy", values);
    }

    private static CrossValidationScores named(String metric, double... values) {
        return new CrossValidationScores(
                "Dummy",
                IntStream.range(0, values.length)
                        .mapToObj(
                                fold ->
                                        new FoldScores(
                                                Map.of(metric, values[fold]),
                                                80,
                                                20,
                                                Duration.ofMillis(10),
                                                Duration.ofMillis(1)))
                        .toList());
    }

    private static double[][] rows(JsonArray array) {
        return elements(array).map(row -> doubles(row.getAsJsonArray())).toArray(double[][]::new);
    }

    private static void same(JsonObject given, String name, double found) {
        double wanted = given.get(name).getAsDouble();
        assertThat(found).as(name).isCloseTo(wanted, within(1e-9 * Math.max(1, Math.abs(wanted))));
    }
}
