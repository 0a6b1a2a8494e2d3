package himalia.training;

import static himalia.reference.ModelReference.elements;
import static himalia.reference.ModelReference.heldOut;
import static himalia.reference.ModelReference.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import himalia.evaluation.Report;
import himalia.evaluation.folds.StratifiedKFold;
import himalia.features.Pipeline;
import himalia.features.StandardScaler;
import himalia.model.Trainer;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Trees and ensembles beside scikit-learn's and imbalanced-learn's: as good as theirs over as many seeds. */
@Tag("once")
class EnsembleBandsTest {
    private static final Map<String, LongFunction<Trainer>> TRAINERS =
            Map.ofEntries(
                    Map.entry("decision tree gini, full depth", seed -> new DecisionTree(0, seed)),
                    Map.entry(
                            "decision tree entropy depth 4",
                            seed -> new DecisionTree(4, 1, true, seed)),
                    Map.entry("random forest 100", seed -> new RandomForest(100, seed)),
                    Map.entry("extra trees 100", seed -> new ExtraTrees(100, seed)),
                    Map.entry(
                            "bagging 25 trees",
                            seed -> new Bagging(new DecisionTree(0, seed), 25, seed)),
                    Map.entry(
                            "soft voting (logistic, forest, gaussian nb)",
                            seed ->
                                    new Voting(
                                            List.of(
                                                    new LogisticRegression(1.0),
                                                    new RandomForest(100, seed),
                                                    new GaussianNB()))),
                    Map.entry(
                            "stacking (logistic, forest, knn) + logistic cv5",
                            EnsembleBandsTest::stacking),
                    Map.entry(
                            "adaboost SAMME 50 stumps",
                            seed -> new AdaBoost(new DecisionTree(1, seed), 50, 1)),
                    Map.entry(
                            "BalancedBagging 10 trees",
                            seed -> new BalancedBagging(new DecisionTree(0, seed), 10, seed)),
                    Map.entry(
                            "BalancedRandomForest 100",
                            seed -> new BalancedRandomForest(100, seed)),
                    Map.entry("EasyEnsemble 10", seed -> new EasyEnsemble(10, seed)),
                    Map.entry("RusBoost 50 stumps", seed -> new RusBoost(50, seed)));

    private static Trainer stacking(long seed) {
        var knn = Pipeline.of(new StandardScaler()).train(new KNeighborsClassifier(5));
        // Ours standardises what the members say, whose deviation is about 0.2: 0.04 there is 1
        // here.
        return new Stacking(
                List.of(new LogisticRegression(1.0), new RandomForest(100, seed), knn),
                new LogisticRegression(0.04),
                new StratifiedKFold(5, seed));
    }

    private static final int CASES = 59;

    static Stream<JsonObject> bands() {
        return Stream.of("models", "ensembles")
                .flatMap(file -> elements(json(file).getAsJsonArray("bands")))
                .map(JsonElement::getAsJsonObject)
                .filter(one -> !one.get("data").getAsString().equals("diabetes"))
                .filter(one -> TRAINERS.containsKey(one.get("model").getAsString()));
    }

    /** A trainer or data of another name would be dropped in silence. */
    @Test
    void everyTrainerHasItsCases() {
        assertThat(bands().map(one -> one.get("model").getAsString()))
                .hasSize(CASES)
                .containsAll(TRAINERS.keySet());
    }

    @ParameterizedTest
    @MethodSource("bands")
    void itIsAsGoodAsTheReference(JsonObject expected) {
        var train = heldOut(expected.get("data").getAsString(), false);
        var test = heldOut(expected.get("data").getAsString(), true);
        var trainer = TRAINERS.get(expected.get("model").getAsString());

        var reports =
                IntStream.range(0, expected.get("seeds").getAsInt())
                        .mapToObj(seed -> Report.of(trainer.apply(seed).fit(train, "y"), test))
                        .toList();

        inBand(expected, "accuracy", reports.stream().mapToDouble(Report::accuracy));
        inBand(
                expected,
                "balanced_accuracy",
                reports.stream().mapToDouble(EnsembleBandsTest::balanced));
        if (reports.get(0).isBinary()) {
            inBand(expected, "roc_auc", reports.stream().mapToDouble(Report::rocAuc));
        }
    }

    private static double balanced(Report report) {
        return report.classes().stream().mapToDouble(report::recall).average().orElseThrow();
    }

    private static void inBand(JsonObject expected, String metric, DoubleStream ours) {
        if (expected.has(metric)) {
            var band = expected.getAsJsonObject(metric);
            var least =
                    band.get("mean").getAsDouble()
                            - Math.max(3 * band.get("sd").getAsDouble(), 0.01);
            assertThat(ours.average().orElseThrow()).as(metric).isGreaterThanOrEqualTo(least);
        }
    }
}
