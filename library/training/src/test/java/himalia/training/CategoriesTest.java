package himalia.training;

import static himalia.reference.ModelReference.doubles;
import static himalia.reference.ModelReference.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import himalia.evaluation.Report;
import himalia.evaluation.explanation.PartialDependence;
import himalia.evaluation.explanation.PermutationImportance;
import himalia.evaluation.explanation.ShapValues;
import himalia.evaluation.explanation.TreeView;
import himalia.features.OneHotEncoder;
import himalia.features.Onnx;
import himalia.features.Pipeline;
import himalia.features.StandardScaler;
import himalia.model.Feature;
import himalia.model.Model;
import himalia.onnx.OnnxAnswers;
import himalia.sampling.Smotenc;
import himalia.storage.Sql;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Columns that are categories, beside XGBoost for Python (categories.py). */
class CategoriesTest {
    private static final JsonObject EXPECTED = json("categories");
    private static final BoostingOptions SETS =
            BoostingOptions.NONE.categorical("city", "plan", "member");
    private static final GradientBoosting CLASSES =
            new GradientBoosting(30, 3, 0.3, 1, false, SETS, 42);
    private static final GradientBoostingRegressor NUMBERS =
            new GradientBoostingRegressor(30, 3, 0.3, 1, SETS, 42);

    @TempDir Path folder;

    private static Table rows(boolean isTest, String label) {
        var city = StringColumn.create("city");
        var x = DoubleColumn.create("x");
        var plan = IntColumn.create("plan");
        var member = BooleanColumn.create("member");
        var y = StringColumn.create("y");
        var price = DoubleColumn.create("price");
        int learnt = EXPECTED.get("learnt").getAsInt();
        var all = EXPECTED.getAsJsonArray("rows");
        for (int i = isTest ? learnt : 0; i < (isTest ? all.size() : learnt); i++) {
            var cells = all.get(i).getAsJsonArray();
            if (cells.get(0).isJsonNull()) {
                city.appendMissing();
            } else {
                city.append("city %02d".formatted(cells.get(0).getAsInt()));
            }
            x.append(cells.get(1).getAsDouble());
            if (cells.get(2).isJsonNull()) {
                plan.appendMissing();
            } else {
                plan.append(cells.get(2).getAsInt());
            }
            member.append(cells.get(3).getAsBoolean());
            y.append(cells.get(4).getAsInt() == 1 ? "yes" : "no");
            price.append(cells.get(5).getAsDouble());
        }
        var table = Table.create("homes", city, x, plan, member);
        return table.addColumns(label.equals("y") ? y : price);
    }

    @Test
    void itTellsClassesApartAsPythonsDoes() {
        try (var model = CLASSES.fit(rows(false, "y"), "y")) {
            var test = rows(true, "y");
            assertThat(model.predict(test).probabilities("yes"))
                    .containsExactly(doubles(EXPECTED.getAsJsonArray("said")), within(1e-4));
            var report = Report.of(model, test);
            double auc = report.rocAuc();
            assertThat(auc).isCloseTo(EXPECTED.get("auc").getAsDouble(), within(0.01));
            assertThat(auc).isGreaterThanOrEqualTo(EXPECTED.get("auc_one_hot").getAsDouble());
            var hot =
                    Pipeline.of(new OneHotEncoder("city", "plan", "member"))
                            .train(CLASSES.with(BoostingOptions.NONE))
                            .fit(rows(false, "y"), "y");
            assertThat(auc).isGreaterThanOrEqualTo(Report.of(hot, test).rocAuc());
        }
    }

    @Test
    void itPredictsNumbersAsPythonsDoes() throws Exception {
        var test = rows(true, "price");
        try (var model = NUMBERS.fit(rows(false, "price"), "price")) {
            assertThat(model.predict(test).numbers())
                    .containsExactly(doubles(EXPECTED.getAsJsonArray("numbers")), within(0.01));
            WrittenModels.assertSameByOnnx(model, test);
            WrittenModels.assertSameBySql(model, test);
        }
    }

    @Test
    void whatItTellsOfColumnsIsWhatPythonsTells() {
        try (var model = CLASSES.fit(rows(false, "y"), "y")) {
            assertThat(model.importances()[0])
                    .containsExactly(doubles(EXPECTED.getAsJsonArray("importances")), within(1e-3));
            var test = rows(true, "y").first(20);
            var shap = ShapValues.of(model, test);
            var expected = EXPECTED.getAsJsonArray("shap");
            for (int row = 0; row < 20; row++) {
                var parts = doubles(expected.get(row).getAsJsonArray());
                assertThat(shap.values()[row])
                        .containsExactly(Arrays.copyOf(parts, 4), within(1e-3));
                assertThat(shap.base()).isCloseTo(parts[4], within(1e-3));
            }
            assertThat(shap.waterfall(0).toString()).doesNotContain("city = 1");
            assertThat(model.schema().features().get(2).type())
                    .isEqualTo(Feature.Type.WHOLE_NUMBER);
            assertThat(PermutationImportance.of(model, rows(true, "y"), "y", 2, 42).toString())
                    .contains("city");
            assertThat(PartialDependence.of(model, test, "plan").grid())
                    .containsExactly(3, 7, 12, 20, 41);
            assertThat(PartialDependence.of(model, test, "city").levels()).contains("city 08");
        }
    }

    @Test
    void filesAndOtherLanguagesAnswerTheSame() throws Exception {
        var test = rows(true, "y");
        try (var model = CLASSES.fit(rows(false, "y"), "y")) {
            model.save(folder.resolve("sets.model"));
            try (var again = Model.load(folder.resolve("sets.model"))) {
                assertThat(again.predict(test)).isEqualTo(model.predict(test));
                assertThat(again.trainer()).isEqualTo(CLASSES);
                assertThat(again.schema()).isEqualTo(model.schema());
                assertThat(again.trees().get(0).sets()).isEqualTo(model.trees().get(0).sets());
            }
            WrittenModels.assertSameByOnnx(model, test);
            WrittenModels.assertSameBySql(model, test);
            assertThat(model.sql("homes")).contains(" NOT IN (");
        }
    }

    /** {@code FlatTrees}, which asks low trees of so many rows, knows no sets. */
    @Test
    void manyRowsAreAnsweredAsFew() {
        var test = rows(true, "y");
        var many = test.copy();
        while (many.rowCount() < XgboostPredictor.MANY) {
            many.append(many.copy());
        }
        try (var model = CLASSES.fit(rows(false, "y"), "y")) {
            var few = model.predict(test).probabilities("yes");
            var said = model.predict(many).probabilities("yes");
            assertThat(Arrays.copyOfRange(said, said.length - few.length, said.length))
                    .isEqualTo(few);
        }
    }

    @Test
    void severalClassesAndEarlyStoppingTakeThemToo() throws Exception {
        var train = rows(false, "y");
        var three = StringColumn.create("y");
        for (int row = 0; row < train.rowCount(); row++) {
            boolean isSmall = train.intColumn("plan").isMissing(row);
            three.append(isSmall ? "none" : train.stringColumn("y").get(row));
        }
        train.replaceColumn("y", three);
        var early = CLASSES.with(SETS.earlyStopping(3, 0.25));
        try (var model = early.fit(train, "y")) {
            assertThat(model.outcome()).startsWith("kept ");
            assertThat(Report.of(model, train).recall("none")).isEqualTo(1);
            model.save(folder.resolve("early.model"));
            try (var again = Model.load(folder.resolve("early.model"))) {
                assertThat(again.predict(train)).isEqualTo(model.predict(train));
            }
            WrittenModels.assertSameByOnnx(model, train.first(50));
            WrittenModels.assertSameBySql(model, train.first(50));
        }
    }

    @Test
    void aPipelineHandsThemOn() throws Exception {
        var trainer =
                Pipeline.of(new StandardScaler())
                        .train(CLASSES.with(BoostingOptions.NONE.categorical("city")));
        var test = rows(true, "y");
        try (var model = trainer.fit(rows(false, "y"), "y")) {
            assertThat(Report.of(model, test).rocAuc()).isGreaterThan(0.8);
            assertThat(ShapValues.of(model, test.first(1)).waterfall(0).toString())
                    .doesNotContain("failed");
            WrittenModels.assertSameByOnnx(model, test);
            WrittenModels.assertSameBySql(model, test);
        }
    }

    private static Table letters() {
        var letter = StringColumn.create("letter");
        var y = DoubleColumn.create("y");
        for (int row = 0; row < 40; row++) {
            letter.append("abcd".substring(row % 4, row % 4 + 1));
            y.append(row % 4 == 1 || row % 4 == 2 ? 1 : 0);
        }
        return Table.create("homes", letter, y);
    }

    /** Each leaf holds 20 rows that are half a unit from their mean: a step of 20 · 0.5 / (20 + 1). */
    @Test
    void oneStumpCutsFourLevelsIntoTwoSets() throws Exception {
        var trainer =
                new GradientBoostingRegressor(
                        1, 1, 1, 1, BoostingOptions.NONE.categorical("letter"), 42);
        try (var model = trainer.fit(letters(), "y")) {
            var asked = letters().first(5);
            asked.stringColumn("letter").setMissing(4);
            double step = 10.0 / 21;
            assertThat(model.predict(asked).numbers())
                    .containsExactly(
                            new double[] {
                                0.5 - step, 0.5 + step, 0.5 + step, 0.5 - step, 0.5 + step
                            },
                            within(1e-6))
                    .containsExactly(doubles(EXPECTED.getAsJsonArray("stump")), within(1e-6));
            assertThat(model.trees().get(0).sets()).startsWith(List.of("a", "d"));
            assertThat(TreeView.of(model).text())
                    .isEqualTo(
                            """
                            |--- letter is none of {a, d}
                            |   |--- value: [0.48]
                            |--- letter is one of {a, d}
                            |   |--- value: [-0.48]
                            """);
            assertThat(TreeView.of(model).chart().toString()).isNotEmpty();
            assertThat(model.importances()[0]).containsExactly(1);
            assertThat(ShapValues.of(model, asked).values()[0][0]).isCloseTo(-step, within(1e-6));
            WrittenModels.assertSameByOnnx(model, asked);
            WrittenModels.assertSameBySql(model, asked);
        }
    }

    @Test
    void levelsMayBeCalledAnything() throws Exception {
        var names = List.of("it's", "a,b \"c\"", "Zürich ☺", "{x}\n0");
        var rows = letters();
        var odd = StringColumn.create("letter");
        rows.stringColumn("letter").forEach(each -> odd.append(names.get(each.charAt(0) - 'a')));
        rows.replaceColumn("letter", odd);
        var trainer =
                new GradientBoostingRegressor(3, 42)
                        .with(BoostingOptions.NONE.categorical("letter"));
        try (var model = trainer.fit(rows, "y")) {
            assertThat(model.predict(rows).number(1) - model.predict(rows).number(0))
                    .isGreaterThan(0.5);
            model.save(folder.resolve("odd.model"));
            try (var again = Model.load(folder.resolve("odd.model"))) {
                assertThat(again.predict(rows)).isEqualTo(model.predict(rows));
            }
            WrittenModels.assertSameByOnnx(model, rows);
            WrittenModels.assertSameBySql(model, rows);
        }
    }

    @Test
    void aLevelThatTrainingNeverSawIsToldWithItsName() {
        assertThat(EXPECTED.get("unseen").getAsString())
                .startsWith("refused: Found a category not in the training set");
        var trainer =
                new GradientBoostingRegressor(2, 42)
                        .with(BoostingOptions.NONE.categorical("letter"));
        try (var model = trainer.fit(letters(), "y")) {
            var asked = letters().first(3);
            asked.stringColumn("letter").set(2, "z");
            assertThatThrownBy(() -> model.predict(asked))
                    .hasMessage(
                            "column 'letter' has 'z' in row 2, which was in no row to learn from; make that cell missing, by setMissing(row) of its column, or train with new OneHotEncoder(OneHotEncoder.Unknown.IGNORE, \"letter\") in place of categorical(\"letter\")");
            try (var database = Sql.open()) {
                var query = model.sql("homes");
                assertThatThrownBy(() -> database.with("homes", asked).query(query))
                        .hasMessageContaining(
                                "column 'letter' has the value 'z', which was in no row to learn from; make it missing");
            }
            assertThatThrownBy(() -> OnnxAnswers.of(Onnx.bytes(model), asked))
                    .hasMessageContaining("column 'letter' has a value that was in no row");
            var numbers = Table.create(IntColumn.create("letter", 1, 2));
            assertThatThrownBy(() -> model.predict(numbers))
                    .hasMessage(
                            "column 'letter' holds whole numbers, and the model has learnt it as text");
        }
    }

    @Test
    void aMemberThatDoesNotSeeWhatItNamesIsRefused() {
        var named = new GradientBoosting(2, 42).with(BoostingOptions.NONE.categorical("letter"));
        var table = letters().addColumns(DoubleColumn.create("x", new double[40]));
        var seed = 1;
        assertThatThrownBy(() -> new Bagging(named, 3, 0.8, 0.5, seed).fit(table, "y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Bagging shows each member 1 of 2 features, and GradientBoosting names 'letter', which some would not see; take features 1.0, or leave 'letter' out of categorical(…) and monotone(…)");
        var inside =
                Pipeline.of(new StandardScaler())
                        .train(
                                new GradientBoostingRegressor(2, 42)
                                        .with(BoostingOptions.NONE.monotone("x", 1)));
        assertThatThrownBy(() -> new Bagging(inside, 3, 0.8, 0.5, seed).fit(table, "y"))
                .hasMessageContaining(" names 'x', which some would not see");
        var encoded =
                Pipeline.of(new OneHotEncoder(List.of("letter"))).train(new DecisionTree(3, 42));
        assertThatThrownBy(() -> new Bagging(encoded, 3, 0.8, 0.5, seed).fit(table, "y"))
                .hasMessage(
                        "Bagging shows each member 1 of 2 features, and OneHotEncoder of its pipeline names 'letter', which some would not see; take features 1.0, or leave 'letter' out of OneHotEncoder");
        assertThat(new Bagging(encoded, 2, 0.8, 1.0, seed).fit(table, "y").classes()).hasSize(2);
        try (var model = new Bagging(named, 2, 0.8, 1.0, seed).fit(table, "y")) {
            assertThat(model.classes()).hasSize(2);
        }
    }

    @Test
    void aCategoryThatAStepOfThePipelineHasTakenIsToldWithTheStep() {
        var named = new GradientBoosting(2, 42).with(BoostingOptions.NONE.categorical("letter"));
        var pipeline = Pipeline.of(new OneHotEncoder()).train(named);
        var nameless = letters().setName(null);
        assertThatThrownBy(() -> pipeline.fit(nameless, "y"))
                .hasMessageStartingWith("OneHotEncoder of the pipeline has taken column 'letter'");
        assertThatThrownBy(() -> pipeline.fit(letters(), "y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "OneHotEncoder of the pipeline has taken column 'letter', and what comes after it asks for it; leave 'letter' out of OneHotEncoder, or out of what comes after, such as categorical(\"letter\")");
        assertThatThrownBy(
                        () ->
                                Pipeline.of(new StandardScaler())
                                        .train(
                                                named.with(
                                                        BoostingOptions.NONE.categorical("latter")))
                                        .fit(letters(), "y"))
                .hasMessageStartingWith("no column 'latter' in table ");
    }

    @Test
    void aSamplerThatNamesWhatAStepHasTakenIsToldToComeFirst() {
        var pipeline =
                Pipeline.of(new OneHotEncoder())
                        .then(new Smotenc(List.of("letter"), 2, 1))
                        .train(new GradientBoosting(2, 42));
        assertThatThrownBy(() -> pipeline.fit(letters(), "y"))
                .hasMessage(
                        "OneHotEncoder of the pipeline has taken column 'letter', and Smotenc, which comes after it, names it; put Smotenc before OneHotEncoder, or leave 'letter' out of one of the two");
    }
}
