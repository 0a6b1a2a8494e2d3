package himalia.training;

import static himalia.training.WrittenModels.assertSameByOnnx;
import static himalia.training.WrittenModels.assertSameBySql;
import static himalia.training.WrittenModels.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.features.ColumnTransformer;
import himalia.features.CyclicEncoder;
import himalia.features.FeatureUnion;
import himalia.features.KBinsDiscretizer;
import himalia.features.MissingIndicator;
import himalia.features.OneHotEncoder;
import himalia.features.Onnx;
import himalia.features.OrdinalEncoder;
import himalia.features.Pca;
import himalia.features.Pipeline;
import himalia.features.PolynomialFeatures;
import himalia.features.SimpleImputer;
import himalia.features.SplineTransformer;
import himalia.features.StandardScaler;
import himalia.features.Step;
import himalia.features.TfidfVectorizer;
import himalia.model.Model;
import himalia.storage.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A column that a model does not read changes no prediction, whatever it is called: not in Java, ONNX Runtime or DuckDB. */
class TakenNamesModelTest {
    private static final Table ROWS = rows(80, new Random(3));

    private static Table rows(int count, Random random) {
        var city = StringColumn.create("city");
        var note = StringColumn.create("note");
        var a = DoubleColumn.create("a");
        var b = DoubleColumn.create("b");
        var y = DoubleColumn.create("y");
        for (int row = 0; row < count; row++) {
            city.append(List.of("Oslo", "Rome", "Bonn").get(random.nextInt(3)));
            note.append(List.of("call late", "late again", "no call").get(random.nextInt(3)));
            a.append(row % 9 == 4 ? Double.NaN : random.nextGaussian());
            b.append(random.nextDouble());
            y.append(random.nextGaussian());
        }
        return Table.create("homes", city, note, a, b, y);
    }

    /** The last of them makes the columns. */
    static Stream<List<Step>> steps() {
        var filled = new SimpleImputer();
        var numbers = List.of("a", "b");
        return Stream.of(
                List.of(filled, new OneHotEncoder("city")),
                List.of(new MissingIndicator("a"), filled),
                List.of(filled, new PolynomialFeatures(2, false, false, numbers)),
                List.of(filled, new CyclicEncoder(3, "a", "b")),
                List.of(filled, new SplineTransformer(List.of("a"))),
                List.of(filled, new Pca(2, numbers)),
                List.of(filled, new TfidfVectorizer("note")),
                List.of(filled, FeatureUnion.of(new StandardScaler(numbers), new Pca(2, numbers))),
                List.of(filled, ColumnTransformer.of(List.of("city"), new OneHotEncoder("city"))),
                List.of(
                        filled,
                        new KBinsDiscretizer(
                                3,
                                KBinsDiscretizer.Strategy.UNIFORM,
                                KBinsDiscretizer.Encode.ONEHOT,
                                List.of("a"))));
    }

    private static Model model(List<Step> steps) {
        var all =
                Stream.concat(
                        steps.stream(),
                        Stream.of(new OrdinalEncoder(), new SimpleImputer(), new StandardScaler()));
        return Pipeline.of(all.toArray(Step[]::new))
                .train(new LinearRegression(1.0))
                .fit(ROWS, "y");
    }

    @ParameterizedTest
    @MethodSource("steps")
    void aColumnThatIsCalledAsOneThatAStepMakesIsNotRead(List<Step> steps) throws Exception {
        var model = model(steps);
        var done = ROWS;
        for (var step : steps) {
            done = step.fit(done, "y").apply(done);
        }
        var more = ROWS.copy();
        for (var name : done.columnNames()) {
            if (!ROWS.containsColumn(name)) {
                more.addColumns(
                        DoubleColumn.create(
                                name.toUpperCase(Locale.ROOT),
                                IntStream.range(0, ROWS.rowCount()).mapToDouble(i -> 50)));
            }
        }
        assertThat(more.columnCount()).isGreaterThan(ROWS.columnCount());
        for (int row = 0; row < ROWS.rowCount(); row++) {
            assertThat(model.predict(more).number(row)).isEqualTo(model.predict(ROWS).number(row));
        }
        assertSameBySql(model, more);
        assertSameByOnnx(model, more);
        var names = new ArrayList<>(more.columnNames());
        names.removeAll(model.schema().featureNames());
        assertThat(query(model, more).columnNames())
                .containsExactly(
                        Stream.concat(names.stream(), Stream.of("row number", "prediction"))
                                .toArray(String[]::new));
    }

    /** As a query has them, in which columns of the model's own stand beside others. */
    @Test
    void columnsOfAnyNamesGoThroughAQuery() {
        var model = model(List.of(new SimpleImputer(), new OneHotEncoder("city")));
        var more = ROWS.copy();
        var odd = List.of("(list)", "(kept) a", "(kept) x", "two\nlines", "a \\1 b", "\"q\"", "é");
        for (var name : odd) {
            more.addColumns(IntColumn.indexColumn(name, ROWS.rowCount(), odd.indexOf(name)));
        }
        var asked = query(model, more);
        assertThat(asked.columnNames()).containsAll(odd);
        for (int row = 0; row < ROWS.rowCount(); row++) {
            for (var name : odd) {
                assertThat(asked.intColumn(name).get(row)).isEqualTo(row + odd.indexOf(name));
            }
        }
        assertSameBySql(model, more);
        try (var sql = Sql.open()) {
            var features = ROWS.rejectColumns("y");
            assertThat(sql.with("t", features).query(model.sql("t")).columnNames())
                    .containsExactly("prediction");
        }
    }

    /** In Java a column is found by its place too; ONNX Runtime and DuckDB take no empty name. */
    @Test
    void aColumnWithoutANameIsNotWritten() {
        var rows = ROWS.copy();
        rows.column("b").setName("");
        var read = rows.retainColumns("", "y");
        var model = new LinearRegression(1.0).fit(read, "y");
        assertThat(model.predict(read).size()).isEqualTo(read.rowCount());
        assertThatThrownBy(() -> Onnx.bytes(model))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage(
                        "a column has no name, and ONNX knows columns by their names; give it one before training, column.setName(\"a\")");
        assertThatThrownBy(() -> model.sql("homes"))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageStartingWith("a column has no name, and SQL knows columns by");
        var step = new StandardScaler().fit(read, "y");
        assertThatThrownBy(() -> Onnx.bytes(step)).hasMessageContaining("and ONNX knows");
        assertThatThrownBy(() -> step.sql("homes")).hasMessageContaining("and SQL knows");
    }
}
