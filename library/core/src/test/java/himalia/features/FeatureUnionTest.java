package himalia.features;

import static himalia.reference.ModelReference.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Steps side by side, steps of a function, and from where columns came. */
class FeatureUnionTest {
    private static Table homes() {
        return Table.create(
                "homes",
                StringColumn.create("city", "Oslo", "Rome", "Oslo", "Rome"),
                DoubleColumn.create("price", new Double[] {1.0, null, 3.0, 8.0}),
                IntColumn.create("y", 0, 1, 0, 1));
    }

    @Test
    void whatStepsMakeStandsBesideEachOther() {
        var union =
                FeatureUnion.of(
                        new SimpleImputer(List.of("price")),
                        new MissingIndicator(List.of("price")),
                        SimpleImputer.constant(0, List.of("price")),
                        new TargetEncoder(List.of("city")));
        var done = union.fit(homes(), "y").apply(homes());

        assertThat(done.columnNames())
                .containsExactly("price", "price_missing", "price_2", "city", "y");
        assertThat(done.doubleColumn("price").asList()).containsExactly(1.0, 4.0, 3.0, 8.0);
        assertThat(done.doubleColumn("price_2").asList()).containsExactly(1.0, 0.0, 3.0, 8.0);
    }

    /** By hand, as scikit-learn's FeatureUnion stacks what each step makes of the same columns. */
    @Test
    void itStacksWhatEachStepMakesAlone() {
        var wine = table("wine");
        var pca = new Pca(2);
        var best = new SelectKBest(FeatureScores.By.F_CLASSIF, 3);
        var union = FeatureUnion.of(pca, best);
        var done = union.fit(wine, "y").apply(wine);

        var first = pca.fit(wine, "y").apply(wine).rejectColumns("y");
        var second = best.fit(wine, "y").apply(wine).rejectColumns("y");
        assertThat(done.columnCount()).isEqualTo(6);
        for (var column :
                List.of(first, second).stream().flatMap(t -> t.columns().stream()).toList()) {
            assertThat(done.column(column.name()).asList()).isEqualTo(column.asList());
        }
    }

    /** As in a pipeline, a row to learn from does not see its own label. */
    @Test
    void rowsToLearnFromAreDoneInFolds() {
        var mixed = table("mixed");
        var union = FeatureUnion.of(new TargetEncoder(List.of("city")));
        var alone = new TargetEncoder(List.of("city")).fitApply(mixed, "y").rows();

        assertThat(union.fitApply(mixed, "y").rows().column("city").asList())
                .isEqualTo(alone.column("city").asList());
    }

    @Test
    void aFunctionIsDoneToNumbersAndLeavesMissingOnes() {
        var logs = FunctionTransformer.of("log1p", Math::log1p, List.of("price"));
        var done = logs.fit(homes(), "y").apply(homes());

        assertThat(done.doubleColumn("price").asList())
                .containsExactly(Math.log1p(1), null, Math.log1p(3), Math.log1p(8));
        assertThat(logs).hasToString("FunctionTransformer[log1p, columns=[price]]");
        assertThatThrownBy(() -> logs.fit(homes()).sql("homes"))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage(
                        "function 'log1p' is Java alone and has no form in SQL; tell it one, such as that of log1p: FunctionTransformer.of(\"log1p\", Math::log1p).sql(number -> \"ln(1 + \" + number + \")\")");
        assertThatThrownBy(logs::savedAs)
                .hasMessageStartingWith(
                        "function 'log1p' is Java code, which no model file holds, and the model does not predict without it: write the model by Onnx.write, with the function's .onnx(…)");
        assertThatThrownBy(() -> FunctionTransformer.of(" ", Math::log1p))
                .hasMessageStartingWith("title must name the function");
    }

    @Test
    void eachColumnKnowsFromWhichItCame() {
        var mixed = table("mixed");
        var ready =
                ColumnTransformer.of(
                                List.of("amount", "age"),
                                new SimpleImputer(),
                                new MissingIndicator(),
                                new Pca(1))
                        .and(List.of("colour"), new OneHotEncoder())
                        .fit(mixed, "y");

        var lineage = ready.lineage();
        assertThat(lineage.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        ready.apply(mixed).rejectColumns("y", "city").columnNames());
        assertThat(lineage).containsEntry("pca0", List.of("amount", "age"));
        assertThat(lineage).containsEntry("colour_green", List.of("colour"));
        var homes = homes();
        assertThat(
                        FeatureUnion.of(
                                        new SimpleImputer(List.of("price")),
                                        SimpleImputer.constant(0, List.of("price")))
                                .fit(homes, "y")
                                .lineage())
                .isEqualTo(Map.of("price", List.of("price"), "price_2", List.of("price")));
    }

    @Test
    void aUnionOfNothingIsRefused() {
        assertThatThrownBy(FeatureUnion::of)
                .hasMessage(
                        "there are no steps; name some: FeatureUnion.of(new Pca(2), new MinMaxScaler())");
    }
}
