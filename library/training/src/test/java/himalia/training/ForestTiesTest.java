package himalia.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.features.Onnx;
import himalia.model.Provenance;
import himalia.model.Schema;
import himalia.model.Target;
import himalia.onnx.OnnxAnswers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Where trees give two classes as many votes, all three answer with the same one. */
@Tag("once")
class ForestTiesTest {
    private static final int ROWS = 300;

    /** A tree that asks for each row by itself. */
    private static Tree ladder(int rows, IntFunction<double[]> shares) {
        int nodes = 2 * rows - 1;
        var features = new int[nodes];
        var cuts = new double[nodes];
        var left = new int[nodes];
        var right = new int[nodes];
        var each = new double[nodes][0];
        for (int row = 0; row < rows; row++) {
            boolean isLast = row == rows - 1;
            int leaf = isLast ? nodes - 1 : 2 * row + 1;
            features[leaf] = -1;
            each[leaf] = shares.apply(row);
            if (!isLast) {
                cuts[2 * row] = row + 0.5;
                left[2 * row] = leaf;
                right[2 * row] = leaf + 1;
            }
        }
        return new Tree(features, cuts, left, right, each);
    }

    /** Shares in tenths, which doubles do not hold. */
    private static double[] tenths(Random random, int classes) {
        var shares = new double[classes];
        for (int each = 0; each < 10; each++) {
            shares[random.nextInt(classes)] += 0.1;
        }
        return shares;
    }

    private static Table rows(int classes, int rows) {
        var y = StringColumn.create("y");
        IntStream.range(0, rows).forEach(row -> y.append("c" + row % classes));
        var x = DoubleColumn.create("x", IntStream.range(0, rows).asDoubleStream().toArray());
        return Table.create("homes", x, y);
    }

    private static ForestModel forest(int classes, Table rows, List<Tree> trees) {
        return new ForestModel(
                Schema.of(
                        rows,
                        new Target.Classes("y", List.of("c0", "c1", "c2").subList(0, classes))),
                new DecisionTree(0, 42),
                trees,
                Provenance.of(rows));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void tiesAreTheSame(int classes) throws Exception {
        var random = new Random(1);
        var rows = rows(classes, ROWS);
        var trees = new ArrayList<Tree>();
        for (int tree = 0; tree < 6; tree++) {
            trees.add(ladder(ROWS, row -> tenths(random, classes)));
        }
        try (var model = forest(classes, rows, trees)) {
            var predicted = model.predict(rows);
            long ties =
                    IntStream.range(0, ROWS)
                            .mapToObj(row -> predicted.probabilities(row).clone())
                            .peek(Arrays::sort)
                            .filter(each -> each[classes - 1] - each[classes - 2] < 1e-9)
                            .count();

            assertThat(ties).isGreaterThan(15);
            assertThat(WrittenModels.query(model, rows).stringColumn("prediction").asList())
                    .isEqualTo(predicted.labels());
            var labels = OnnxAnswers.of(Onnx.bytes(model), rows).texts("prediction");
            assertThat(Stream.of(labels).map(each -> each[0]).toList())
                    .isEqualTo(predicted.labels());
        }
    }

    @Test
    void aTreeThatIsHigherThanAnyQueryIsCounted() {
        var rows = rows(2, 5_001);
        var tree = ladder(5_001, row -> new double[] {row % 2 == 0 ? 1 : 0, row % 2});
        try (var model = forest(2, rows, List.of(tree))) {
            assertThat(model.depth()).isEqualTo(5_000);
            assertThatThrownBy(() -> model.sql("homes"))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessage(
                            "the highest tree asks 5,000 questions in a row, and a query in SQL is sane up to 500; take lower trees, such as new DecisionTree(10, 42), or write the model as ONNX, Onnx.write(model, file)");
            assertThatThrownBy(() -> model.contributions(rows))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessageContaining(
                            "5,000 questions in a row, and SHAP values are told of up to 1,000");
        }
    }
}
