package himalia.training;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.features.ColumnTransformer;
import himalia.features.CountVectorizer;
import himalia.features.CyclicEncoder;
import himalia.features.DateParts;
import himalia.features.FeatureCrosses;
import himalia.features.FeatureScores;
import himalia.features.MissingIndicator;
import himalia.features.OneHotEncoder;
import himalia.features.Pca;
import himalia.features.Pipeline;
import himalia.features.QuantileTransformer;
import himalia.features.SelectKBest;
import himalia.features.SimpleImputer;
import himalia.features.SplineTransformer;
import himalia.features.StandardScaler;
import himalia.features.Step;
import himalia.features.TargetEncoder;
import himalia.features.TfidfVectorizer;
import himalia.model.Model;
import himalia.model.Trainer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A pipeline of texts, categories, dates and missing cells answers the same in Java, in ONNX Runtime and in DuckDB. */
class TenStepsTest {
    private static final List<String> WORDS =
            List.of(
                    "Service",
                    "slow",
                    "price",
                    "Naïve",
                    "ÉCOLE",
                    "great",
                    "x",
                    "call_back",
                    "24h",
                    "the");

    private static Table people(int rows, List<String> cities, Random random) {
        var note = StringColumn.create("note");
        var city = StringColumn.create("city");
        var plan = StringColumn.create("plan");
        var joined = DateColumn.create("joined");
        var seen = DateTimeColumn.create("seen");
        var age = IntColumn.create("age");
        var income = DoubleColumn.create("income");
        var hour = IntColumn.create("hour");
        var active = BooleanColumn.create("active");
        var churned = StringColumn.create("churned");
        for (int row = 0; row < rows; row++) {
            var text = new StringBuilder();
            for (int word = random.nextInt(7); word > 0; word--) {
                text.append(WORDS.get(random.nextInt(WORDS.size())))
                        .append(word % 2 == 0 ? ", " : " ");
            }
            note.append(text + "#" + row);
            city.append(random.nextInt(8) == 0 ? "" : cities.get(random.nextInt(cities.size())));
            plan.append(List.of("basic", "gold").get(random.nextInt(2)));
            joined.append(LocalDate.of(1965, 3, 1).plusDays(random.nextInt(22_000)));
            seen.append(LocalDateTime.of(2023, 12, 1, 0, 0).plusMinutes(random.nextInt(600_000)));
            age.append(18 + random.nextInt(60));
            income.append(Math.exp(10 + random.nextGaussian()));
            hour.append(random.nextInt(24));
            active.append(random.nextBoolean());
            double sum = age.getInt(row) / 20.0 - 2 + (text.indexOf("slow") >= 0 ? 2 : 0);
            churned.append(sum + random.nextGaussian() > 0.5 ? "leaves" : "stays");
            if (random.nextInt(6) == 0) {
                age.setMissing(row);
            }
            if (random.nextInt(5) == 0) {
                income.setMissing(row);
            }
            if (random.nextInt(9) == 0) {
                joined.setMissing(row);
                active.setMissing(row);
            }
        }
        return Table.create(
                "people", note, city, plan, joined, seen, age, income, hour, active, churned);
    }

    private static Pipeline pipeline(Trainer trainer) {
        var steps =
                List.<Step>of(
                        new DateParts(),
                        new MissingIndicator(List.of("age", "income")),
                        ColumnTransformer.of(
                                        ColumnTransformer.Kind.NUMBERS,
                                        new SimpleImputer(SimpleImputer.Strategy.MEDIAN))
                                .and(
                                        ColumnTransformer.Kind.BOOLEANS,
                                        new SimpleImputer(SimpleImputer.Strategy.MOST_FREQUENT)),
                        new TfidfVectorizer(
                                new CountVectorizer("note").ngrams(1, 2).minDf(5).maxFeatures(40)),
                        new FeatureCrosses(List.of("city", "plan")),
                        new TargetEncoder(List.of("city & plan")),
                        new OneHotEncoder(OneHotEncoder.Unknown.INFREQUENT_IF_EXIST)
                                .minFrequency(20),
                        new CyclicEncoder(24, List.of("hour")),
                        new SplineTransformer(List.of("age")),
                        new QuantileTransformer(
                                50, QuantileTransformer.Output.NORMAL, List.of("income")),
                        new StandardScaler(),
                        new SelectKBest(FeatureScores.By.F_CLASSIF, 45),
                        new Pca(30));
        return Pipeline.of(steps.toArray(Step[]::new)).train(trainer);
    }

    static Stream<Trainer> trainers() {
        return Stream.of(new LogisticRegression(1.0), new GradientBoosting(40, 42));
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void theyAreTheSameAfterSaving(Trainer trainer, @TempDir Path folder) throws Exception {
        var train = people(900, List.of("Oslo", "Rome", "O'Hara", "Bonn"), new Random(5));
        var test = people(300, List.of("Oslo", "Rome", "O'Hara", "Lima"), new Random(6));
        var file = folder.resolve("people.model");
        try (var model = pipeline(trainer).fit(train, "churned")) {
            model.save(file);
        }
        try (var model = Model.load(file)) {
            assertThat(model.predict(test).labels()).contains("leaves", "stays");
            WrittenModels.assertSameByOnnx(model, test);
            WrittenModels.assertSameBySql(model, test);
        }
    }
}
