package himalia.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.evaluation.Scoring;
import himalia.evaluation.explanation.PermutationImportance;
import himalia.features.ColumnTransformer;
import himalia.features.ColumnTransformer.Kind;
import himalia.features.CountEncoder;
import himalia.features.CountVectorizer;
import himalia.features.CyclicEncoder;
import himalia.features.DateParts;
import himalia.features.FeatureCrosses;
import himalia.features.FeatureScores;
import himalia.features.HashingEncoder;
import himalia.features.HashingVectorizer;
import himalia.features.KBinsDiscretizer;
import himalia.features.KnnImputer;
import himalia.features.MissingIndicator;
import himalia.features.Normalizer;
import himalia.features.OneHotEncoder;
import himalia.features.OrdinalEncoder;
import himalia.features.Pca;
import himalia.features.Pipeline;
import himalia.features.PolynomialFeatures;
import himalia.features.PowerTransformer;
import himalia.features.QuantileTransformer;
import himalia.features.Rfe;
import himalia.features.RobustScaler;
import himalia.features.SelectKBest;
import himalia.features.SequentialFeatureSelector;
import himalia.features.SimpleImputer;
import himalia.features.SplineTransformer;
import himalia.features.StandardScaler;
import himalia.features.TargetEncoder;
import himalia.features.TfidfVectorizer;
import himalia.features.VarianceThreshold;
import himalia.features.leakage.LeakageCheck;
import himalia.model.Model;
import himalia.model.Scorer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Steps before a real trainer: learnt, saved, and loaded; and selections that train. */
class FeatureStepsTest {
    private static Table orders(int rows) {
        var random = new Random(5);
        var day = DateColumn.create("day");
        var city = StringColumn.create("city");
        var size = StringColumn.create("size");
        var note = StringColumn.create("note");
        var hour = IntColumn.create("hour");
        var price = DoubleColumn.create("price");
        var weight = DoubleColumn.create("weight");
        var noise = DoubleColumn.create("noise");
        var late = IntColumn.create("late");
        for (int row = 0; row < rows; row++) {
            int place = random.nextInt(4);
            double is = random.nextGaussian() + place;
            day.append(LocalDate.of(2024, 1, 1).plusDays(random.nextInt(300)));
            city.append(List.of("Oslo", "Paris", "Bonn", "Rome").get(place));
            size.append(List.of("big", "small", "").get(random.nextInt(3)));
            note.append(is > 2 ? "please call me " + row : "leave at the door " + row);
            hour.append(random.nextInt(24));
            price.append(row % 9 == 0 ? Double.NaN : Math.exp(random.nextGaussian()));
            weight.append(is);
            noise.append(random.nextGaussian());
            late.append(is + random.nextGaussian() / 2 > 1.8 ? 1 : 0);
        }
        return Table.create("orders", day, city, size, note, hour, price, weight, noise, late);
    }

    @Test
    void aPipelineOfManyStepsComesBackFromItsFile(@TempDir Path folder) {
        var orders = orders(300);
        var pipeline =
                Pipeline.of(
                                new FeatureCrosses(List.of("city", "hour")),
                                new HashingEncoder(4, List.of("city & hour")),
                                ColumnTransformer.of(
                                                Kind.NUMBERS,
                                                new MissingIndicator(),
                                                new KnnImputer(3))
                                        .and(List.of("day"), new DateParts())
                                        .and(List.of("city"), new TargetEncoder())
                                        .and(
                                                List.of("note"),
                                                new TfidfVectorizer(
                                                        new CountVectorizer("note").minDf(3))),
                                new CountEncoder(List.of("size")),
                                new CyclicEncoder(24, List.of("hour")),
                                new PowerTransformer(
                                        PowerTransformer.Method.YEO_JOHNSON,
                                        true,
                                        List.of("price")),
                                new SplineTransformer(List.of("weight")),
                                new QuantileTransformer(
                                        20, QuantileTransformer.Output.NORMAL, List.of("noise")),
                                new PolynomialFeatures(2, true, false, List.of("noise", "price")),
                                new KBinsDiscretizer(
                                        3,
                                        KBinsDiscretizer.Strategy.QUANTILE,
                                        KBinsDiscretizer.Encode.ONEHOT,
                                        List.of("day_month")),
                                new RobustScaler(List.of("size")),
                                new VarianceThreshold(),
                                new StandardScaler(),
                                new SelectKBest(FeatureScores.By.F_CLASSIF, 20),
                                new Pca(10),
                                new Normalizer())
                        .train(new LogisticRegression(1.0));
        var file = folder.resolve("late.model");

        var model = pipeline.fit(orders, "late");
        model.save(file);
        var again = Model.load(file);

        var test = orders(400).inRange(300, 400);
        assertThat(again.predict(test)).isEqualTo(model.predict(test));
        assertThat(again.trainer()).isEqualTo(pipeline);
        int right = 0;
        for (int row = 0; row < test.rowCount(); row++) {
            right +=
                    model.predict(test).label(row).equals(test.column("late").getString(row))
                            ? 1
                            : 0;
        }
        assertThat(right).isGreaterThan(80);
    }

    @Test
    void otherEncodersComeBackToo(@TempDir Path folder) {
        var orders = orders(200).selectColumns("city", "size", "note", "weight", "late");
        var pipeline =
                Pipeline.of(
                                SimpleImputer.constant("none", List.of("size")),
                                new OneHotEncoder(List.of("size"))
                                        .drop(OneHotEncoder.Drop.FIRST)
                                        .maxCategories(3),
                                new OrdinalEncoder(),
                                ColumnTransformer.of(List.of("weight"), new Pca(1))
                                        .and(List.of("city"), new Pca(1)),
                                new HashingVectorizer("note", 16))
                        .train(new LogisticRegression(1.0));
        var file = folder.resolve("late.model");

        var model = pipeline.fit(orders, "late");
        model.save(file);

        assertThat(Model.load(file).predict(orders)).isEqualTo(model.predict(orders));
    }

    @Test
    void whatAModelNeedsIsKept() {
        var numbers = orders(300).selectColumns("hour", "weight", "noise", "late");
        var trainer = new LogisticRegression(1.0);
        try (var model = trainer.fit(numbers, "late")) {
            var importance = PermutationImportance.of(model, numbers, "late", 5, 42);
            assertThat(importance.features().get(0)).isEqualTo("weight");
            assertThat(importance.mean("weight")).isGreaterThan(0.2);
            var byRank = PermutationImportance.of(model, numbers, "late", Scoring.ROC_AUC, 5, 42);
            assertThat(byRank.features().get(0)).isEqualTo("weight");
            assertThat(byRank.mean("weight")).isBetween(0.2, 0.6);
            Scorer indifferent = (predictions, table, label) -> 1;
            assertThat(
                            PermutationImportance.of(model, numbers, "late", indifferent, 5, 42)
                                    .table()
                                    .doubleColumn("importance")
                                    .asList())
                    .containsOnly(0.0);
        }
        assertThat(new Rfe(trainer, 1, 42).fit(numbers, "late").apply(numbers).columnNames())
                .containsExactly("weight", "late");
        for (var direction : SequentialFeatureSelector.Direction.values()) {
            assertThat(
                            new SequentialFeatureSelector(trainer, 1, direction, 3)
                                    .fit(numbers, "late")
                                    .apply(numbers)
                                    .columnNames())
                    .containsExactly("weight", "late");
        }
    }

    /** All rows are called common, so mixing costs no accuracy, whatever the column is worth. */
    @Test
    void whereMixingCostsNothingTheWeightsTellWhatIsNeeded() {
        assertThat(kept(oneThatCounts(6, 0.7))).containsExactly("counts", "label");
    }

    /** A few rows are called rare, and more of them wrongly than rightly: mixed, the best column costs less than noise. */
    @ParameterizedTest
    @ValueSource(longs = {119, 198, 377})
    void whereMixingTheBestColumnHelpsByChanceTheWeightsTell(long seed) {
        var rows = oneThatCounts(seed, 1.2);
        var scoring = Scoring.ACCURACY_OR_R2;
        try (var model = new LogisticRegression(1.0).fit(rows, "label")) {
            var mixed = PermutationImportance.of(model, rows, "label", scoring, 3, 42);
            assertThat(mixed.features()).endsWith("counts");
            assertThat(mixed.mean("counts")).isNegative();
        }
        assertThat(kept(rows)).containsExactly("counts", "label");
    }

    private static List<String> kept(Table rows) {
        return new Rfe(new LogisticRegression(1.0), 1, 42)
                .fit(rows, "label")
                .apply(rows)
                .columnNames();
    }

    private static Table oneThatCounts(long seed, double effect) {
        var random = new Random(seed);
        var label = IntStream.range(0, 400).map(i -> i % 25 == 0 ? 1 : 0).toArray();
        return Table.create(
                "rows",
                DoubleColumn.create(
                        "first", IntStream.range(0, 400).mapToDouble(i -> random.nextGaussian())),
                DoubleColumn.create(
                        "second", IntStream.range(0, 400).mapToDouble(i -> random.nextGaussian())),
                DoubleColumn.create(
                        "counts",
                        IntStream.range(0, 400)
                                .mapToDouble(i -> random.nextGaussian() + effect * label[i])),
                IntColumn.create("label", label));
    }

    /** As many whole numbers as there are hours: a classifier takes them for classes, and so must its folds. */
    @Test
    void foldsOfASelectionHaveAllClassesOfItsTrainer() {
        var x = DoubleColumn.create("x");
        var noise = DoubleColumn.create("noise");
        var label = IntColumn.create("label");
        var random = new Random(3);
        for (int row = 0; row < 100; row++) {
            label.append(row / 4);
            x.append(row / 4 * 10.0);
            noise.append(random.nextGaussian());
        }
        var rows = Table.create("rows", x, noise, label);

        assertThat(
                        new SequentialFeatureSelector(
                                        new LogisticRegression(100.0),
                                        1,
                                        SequentialFeatureSelector.Direction.FORWARD,
                                        2)
                                .fit(rows, "label")
                                .apply(rows)
                                .columnNames())
                .containsExactly("x", "label");
    }

    @Test
    void anAdversaryTakesWholeNumbersAndOthersForNumbers() {
        var rows = orders(200).selectColumns("hour", "weight", "late");
        var train = rows.inRange(0, 100);
        var test = rows.inRange(100, 200);
        var hours = DoubleColumn.create("hour", test.intColumn("hour").asDoubleArray());
        var other = Table.create(hours, test.column("weight"), test.column("late"));
        var check = LeakageCheck.of("late").adversary(new LogisticRegression(1.0));

        assertThat(check.check(train, other).adversaryAuc())
                .isEqualTo(check.check(train, test).adversaryAuc());
        var texts = StringColumn.create("hour", test.intColumn("hour").asStringColumn().asList());
        var worded = Table.create(texts, test.column("weight"), test.column("late"));
        assertThatThrownBy(() -> check.check(train, worded))
                .hasMessageContaining("column 'hour' holds");
    }

    @Test
    void moreColumnsThanThereAreCannotBeKept() {
        var numbers = orders(300).selectColumns("hour", "weight", "noise", "late");
        var trainer = new LogisticRegression(1.0);
        assertThatThrownBy(() -> new Rfe(trainer, 4, 42).fit(numbers, "late"))
                .hasMessage("there are 3 columns, and 4 are to be kept");
    }
}
