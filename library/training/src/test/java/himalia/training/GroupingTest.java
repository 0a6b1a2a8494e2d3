package himalia.training;

import static himalia.reference.ModelReference.doubles;
import static himalia.reference.ModelReference.elements;
import static himalia.reference.ModelReference.ints;
import static himalia.reference.ModelReference.json;
import static himalia.reference.ModelReference.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import himalia.evaluation.Scores;
import himalia.evaluation.clustering.ClusterAgreement;
import himalia.features.StandardScaler;
import himalia.model.GroupPredictions;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** Groups and anomalies, beside scikit-learn's (unsupervised.py). */
class GroupingTest {
    private static Table features(String name, boolean isScaled) {
        var features = table(name).rejectColumns("y");
        return isScaled ? new StandardScaler().fit(features).apply(features) : features;
    }

    /** One seed in thirty ends a little higher on wine, so the one in the middle of five is judged. */
    @Test
    void kMeansIsAsGoodAsTheWorstOfScikitLearnsBestOfTenStarts() {
        elements(json("models").getAsJsonArray("kmeans"))
                .map(each -> each.getAsJsonObject())
                .forEach(
                        each -> {
                            var rows =
                                    features(
                                            each.get("data").getAsString(),
                                            each.get("scaled").getAsBoolean());
                            int groups = each.get("k").getAsInt();
                            double median =
                                    LongStream.range(0, 5)
                                            .mapToDouble(
                                                    seed ->
                                                            new KMeans(groups, 10, seed)
                                                                    .fit(rows)
                                                                    .inertia())
                                            .sorted()
                                            .toArray()[2];
                            double best = each.get("best_inertia_of_50_starts").getAsDouble();
                            double worst = each.get("worst_of_5_best_of_10").getAsDouble();
                            assertThat(median)
                                    .as(each.toString())
                                    .isBetween(best * (1 - 1e-3), worst * (1 + 1e-4));
                        });
    }

    /** The mean of the inertia and its deviation, of KMeans(k, random_state=s).fit(X) for 200 seeds, by scikit-learn 1.9. */
    @ParameterizedTest
    @CsvSource({
        "iris, 3, true, 146.26502372687708, 16.455649330306226",
        "wine, 3, true, 1281.0971300614815, 22.26034795737503",
        "digits, 10, false, 1179299.830065142, 17381.982155949412"
    })
    void oneStartIsAsGoodAsScikitLearns(
            String data, int groups, boolean isScaled, double mean, double deviation) {
        var rows = features(data, isScaled);
        double ours =
                LongStream.range(0, 50)
                        .mapToDouble(seed -> new KMeans(groups, seed).fit(rows).inertia())
                        .average()
                        .orElseThrow();
        assertThat(ours).isLessThan(mean + 3 * deviation / Math.sqrt(50));
    }

    @Test
    void countsAndInertiaAreThoseOfPredictionsWhereMeansHardlyMove() {
        var rows = features("digits", false);
        var model = new KMeans(10, 3).fit(rows);
        var counts = new int[10];
        for (int group : model.predict(rows).groups()) {
            counts[group]++;
        }
        assertThat(model.counts()).isEqualTo(counts);
        assertThat(model.trainer()).isEqualTo(new KMeans(10, 1, 3));
    }

    @Test
    void centresAreTheMeansOfTheirRows() {
        var rows = features("wine", true);
        var model = new KMeans(3, 42).fit(rows);
        var groups = model.predict(rows).groups();
        for (int group = 0; group < 3; group++) {
            int its = group;
            double mean =
                    IntStream.range(0, groups.length)
                            .filter(row -> groups[row] == its)
                            .mapToDouble(row -> rows.doubleColumn(0).get(row))
                            .average()
                            .orElseThrow();
            assertThat(model.centres()[group][0]).isCloseTo(mean, within(1e-9));
        }
    }

    @Test
    void hdbscanFindsTheGroupsOfScikitLearn() {
        elements(json("unsupervised").getAsJsonArray("hdbscan"))
                .map(each -> each.getAsJsonObject())
                .forEach(
                        each -> {
                            var rows = features(each.get("data").getAsString(), true);
                            int least = each.get("leastRows").getAsInt();
                            int neighbours = each.get("neighbours").getAsInt();
                            var model = new Hdbscan(least, neighbours).fit(rows);
                            var expected = ints(each.getAsJsonArray("labels"));
                            assertThat(
                                            ClusterAgreement.of(expected, model.groups())
                                                    .adjustedRandScore())
                                    .as(each.get("data").getAsString() + " " + least)
                                    .isGreaterThan(0.95);
                        });
    }

    @Test
    void rowsFarFromAllAreNoiseToHdbscan() {
        var x = DoubleColumn.create("x");
        IntStream.range(0, 40).forEach(i -> x.append(i < 20 ? i * 0.01 : 10 + i * 0.01));
        var model = new Hdbscan(5).fit(Table.create(x));

        assertThat(model.outcome()).startsWith("40 rows in 2 groups");
        var far = Table.create(DoubleColumn.create("x", 0.1, 10.3, 500));
        var groups = model.predict(far).groups();
        assertThat(groups[0]).isNotEqualTo(groups[1]).isNotEqualTo(GroupPredictions.NOISE);
        assertThat(groups[2]).isEqualTo(GroupPredictions.NOISE);
    }

    @Test
    void isolationForestRanksAsScikitLearns() {
        var band = json("unsupervised").getAsJsonObject("isolation");
        var auc = doubles(band.getAsJsonArray("auc"));
        var scores = doubles(band.getAsJsonArray("meanScore"));
        var rows = table("bc_imbalanced");
        var truth = new boolean[rows.rowCount()];
        for (int row = 0; row < truth.length; row++) {
            truth[row] = rows.intColumn("y").get(row) == 1;
        }
        double ranked = 0;
        double mean = 0;
        for (int seed = 0; seed < 10; seed++) {
            var said = new IsolationForest(100, seed).fit(rows, "y").predict(rows);
            ranked += Scores.of(truth, said.scores()).rocAuc() / 10;
            mean += Arrays.stream(said.scores()).average().orElseThrow() / 10;
        }
        assertThat(ranked).isBetween(auc[0] - 3 * auc[1], auc[0] + 3 * auc[1]);
        assertThat(mean).isCloseTo(scores[0], within(3 * scores[1]));
    }

    @Test
    void theShareOfAnomaliesIsThatWhichWasWanted() {
        var rows = features("wine", false);
        var said = new IsolationForest(100, 256, 0.1, 42).fit(rows).predict(rows);
        long anomalies = IntStream.range(0, said.size()).filter(said::isAnomaly).count();
        assertThat(anomalies).isEqualTo(18);
        assertThat(said.table().columnNames()).containsExactly("score", "anomaly");
    }

    @Test
    void whatCannotBePartedIsTold() {
        var rows = Table.create(DoubleColumn.create("x", 1, 1, 2, 2));
        assertThatThrownBy(() -> new KMeans(3, 42).fit(rows))
                .hasMessage("2 different rows cannot be parted into 3 groups; take 2 at most");
        assertThatThrownBy(() -> new KMeans(0, 42)).hasMessage("groups must be at least 1, got 0");
        assertThatThrownBy(() -> new Hdbscan(5).fit(rows))
                .hasMessage(
                        "4 rows are too few for groups of 5 rows and 5 neighbours; take smaller groups, or more rows");
        assertThatThrownBy(() -> new IsolationForest(10, 256, 0.7, 42))
                .hasMessage(
                        "contamination is a share of at most 0.5, or 0 for what scores above 0.5, got 0.7");
        var huge = Table.create(DoubleColumn.create("x", 1, 1e200, 2, 2));
        assertThatThrownBy(() -> new KMeans(2, 42).fit(huge))
                .hasMessage(
                        "column 'x' has 1.0E200 in row 1, whose square is infinite, and KMeans measures distances; put a StandardScaler before it in a Pipeline, or drop that row");
        // scikit-learn: max_samples (5000) is greater than the total number of samples (4).
        assertThat(new IsolationForest(10, 5000, 0.1, 42).fit(rows).outcome())
                .isEqualTo("each tree is grown of all 4 rows, since there are not 5000");
        var same = Table.create(DoubleColumn.create("x", 3, 3, 3));
        assertThat(new IsolationForest(10, 42).fit(same).predict(same).scores())
                .containsExactly(0.5, 0.5, 0.5);
        assertThat(new KMeans(1, 42).fit(same).inertia()).isZero();
    }
}
