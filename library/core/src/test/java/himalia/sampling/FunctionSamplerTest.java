package himalia.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.features.Pipeline;
import himalia.features.StandardScaler;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A function as a sampler. */
class FunctionSamplerTest {
    private final Table train =
            Table.create(
                    "train",
                    DoubleColumn.create("x", 1, 2, 3, 900),
                    StringColumn.create("y", "a", "b", "a", "b"));

    private static Table typical(Table rows) {
        return rows.where(rows.doubleColumn("x").isLessThan(100));
    }

    @Test
    void aPipelineLearnsFromTheFunctionsRowsAndPredictsAll() {
        var sampler = FunctionSampler.of(FunctionSamplerTest::typical).named("typical");
        var pipeline =
                Pipeline.of().then(sampler).then(new StandardScaler()).train(new NearestMean());

        var model = pipeline.fit(train, "y");

        assertThat(model.predict(train).size()).isEqualTo(4);
        var without = Pipeline.of(new StandardScaler()).train(new NearestMean());
        assertThat(model.predict(train).table().print())
                .isEqualTo(without.fit(train.first(3), "y").predict(train).table().print());
        assertThat(pipeline.toString())
                .startsWith("Pipeline[FunctionSampler[typical], StandardScaler");
    }

    @Test
    void whatStandsForItInAFileRefusesRows() {
        assertThatThrownBy(() -> new WrittenSampler("typical").resample(train, "y"))
                .hasMessage(
                        "sampler 'typical' is Java code, which no model file holds: this trainer comes from one, and its model predicts; to train again, give it anew: FunctionSampler.of(rows -> …)");
    }

    @Test
    void theFunctionMayChangeItsTableAndIsToldTheLabel() {
        var before = train.copy();

        var result =
                FunctionSampler.of(
                                (table, label) -> {
                                    table.doubleColumn("x").set(0, -1.0);
                                    return table.where(table.stringColumn(label).isEqualTo("a"));
                                })
                        .resample(train, "y");

        assertThat(result.doubleColumn("x").asList()).containsExactly(-1.0, 3.0);
        assertThat(train.print()).isEqualTo(before.print());
    }

    @Test
    @SuppressWarnings("NullAway")
    void anAnswerThatIsNoSampleOfTheTableIsRefused() {
        refused(rows -> null, "returned null; it returns the rows to learn from, a table");
        refused(
                rows -> rows.rejectColumns("x"),
                "returned the columns y, and the table has x, y; a sampler changes rows, and a Step of a pipeline columns");
        refused(
                rows -> rows.replaceColumn("x", rows.doubleColumn("x").asIntColumn().setName("x")),
                "returned column 'x' as INTEGER, and it is DOUBLE; a sampler changes rows, and a Step of a pipeline columns");
        refused(Table::emptyCopy, "returned no rows; some must stay to learn from");
        refused(
                rows -> rows.replaceColumn("y", StringColumn.create("y", "a", "b", "a", "c")),
                "returned a row of class 'c', which the table does not have; there are: a, b");
        refused(
                rows -> rows.replaceColumn("y", StringColumn.create("y", "a", "b", "a", "")),
                "returned a row of no class, which the table does not have; there are: a, b");
    }

    private void refused(UnaryOperator<Table> function, String words) {
        assertThatThrownBy(() -> FunctionSampler.of(function).named("mine").resample(train, "y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("FunctionSampler[mine] " + words);
    }

    @Test
    void classesOfWholeRealNumbersAreWrittenAsEverywhere() {
        for (var y : List.of(DoubleColumn.create("y", 0, 1, 0), FloatColumn.create("y", 0, 1, 0))) {
            var table = Table.create(DoubleColumn.create("x", 1, 2, 3), y);

            var rows = FunctionSampler.of(all -> all.first(2)).resample(table, "y");

            assertThat(rows.column("y").asList()).isEqualTo(y.first(2).asList());
            var other = FunctionSampler.of(all -> all.emptyCopy().append(more(y.name(), y.type())));
            assertThatThrownBy(() -> other.resample(table, "y"))
                    .hasMessageContaining(
                            "class '7', which the table does not have; there are: 0, 1");
        }
    }

    private static Table more(String label, ColumnType type) {
        var y =
                type.equals(ColumnType.DOUBLE)
                        ? DoubleColumn.create(label, new double[] {7})
                        : FloatColumn.create(label, new float[] {7});
        return Table.create(DoubleColumn.create("x", new double[] {9}), y);
    }
}
