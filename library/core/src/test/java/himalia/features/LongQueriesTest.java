package himalia.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.table.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** DuckDB is given no query that ends its process, of however many steps it is made. */
class LongQueriesTest {
    private static final String WAY =
            " letters, where DuckDB reads up to 4,000,000; take fewer columns, steps, knots, ranges or levels, or a lower degree, or write it as ONNX, Onnx.write(step, file)";

    private static Table table(int columns, int rows) {
        var random = Seeds.random(4);
        var all = new ArrayList<Column<?>>();
        for (int j = 0; j < columns; j++) {
            all.add(
                    DoubleColumn.create(
                            "x" + j,
                            IntStream.range(0, rows).mapToDouble(i -> random.nextGaussian())));
        }
        return Table.create("rows", all);
    }

    private static SplineTransformer splines(String column) {
        return new SplineTransformer(
                100,
                3,
                SplineTransformer.Knots.UNIFORM,
                SplineTransformer.Extrapolation.CONSTANT,
                true,
                List.of(column));
    }

    @Test
    void theLettersOfAllStepsAreCountedTogether() {
        var table = table(100, 120);
        long one = splines("x0").fit(table).sql("rows").length();
        int many = (int) (4_000_000 / one) + 2;
        assertThat(many).isBetween(3, 100);
        var steps = IntStream.range(0, many).mapToObj(j -> splines("x" + j)).toList();

        var union = new FeatureUnion(List.copyOf(steps)).fit(table);

        assertThatThrownBy(() -> union.sql("rows"))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageStartingWith("the query in SQL up to ")
                .hasMessageEndingWith(WAY);
    }

    @Test
    void componentsAreCounted() {
        var fitted = new Pca(120).fit(table(150, 160));

        assertThatThrownBy(() -> fitted.sql("rows"))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageStartingWith("the query in SQL up to Pca would have ")
                .hasMessageEndingWith(WAY);
        assertThat(new Pca(20).fit(table(50, 60)).sql("rows").length()).isLessThan(4_000_000);
    }
}
