package himalia.training;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.model.Predictions;
import himalia.table.Tables;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Many rows are told what each of them is told alone. */
class LevelTreesTest {
    private static final int MANY = LevelTrees.MANY + 1234;

    private static Table rows(int count) {
        var random = new Random(5);
        var y = StringColumn.create("y");
        IntStream.range(0, count).forEach(row -> y.append("c" + random.nextInt(3)));
        return Table.create(
                DoubleColumn.create("a", random.doubles(count)),
                DoubleColumn.create("b", random.ints(count, 0, 9).asDoubleStream()),
                DoubleColumn.create("z", random.doubles(count)),
                y);
    }

    /** One tree of as many questions in a row as there are numbers has rows that end late. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 40})
    void manyRowsAreToldWhatFewAre(int depth) {
        var rows = rows(MANY);
        var classes =
                new RandomForest(7, depth, 0, 42).fit(rows.first(400).rejectColumns("z"), "y");
        var numbers =
                new RandomForestRegressor(7, depth, 42)
                        .fit(rows.first(400).rejectColumns("y"), "z");

        var all = classes.predict(rows);
        var said = numbers.predict(rows).numbers();
        for (int from = 0; from < MANY; from += 1000) {
            int to = Math.min(MANY, from + 1000);
            var some = Tables.rows(rows, IntStream.range(from, to).toArray());
            Predictions few = classes.predict(some);
            for (int row = from; row < to; row++) {
                assertThat(all.probabilities(row)).isEqualTo(few.probabilities(row - from));
            }
            assertThat(Arrays.copyOfRange(said, from, to))
                    .isEqualTo(numbers.predict(some).numbers());
        }
    }

    /** Nodes as another grower left them, behind each other and far apart. */
    @Test
    void childrenMayStandAnywhere() {
        int questions = 60;
        var features = new int[2 * questions + 1];
        var cuts = new double[features.length];
        var left = new int[features.length];
        var right = new int[features.length];
        var shares = new double[features.length][0];
        for (int node = 0; node < questions; node++) {
            cuts[node] = node;
            left[node] = features.length - 1 - node;
            right[node] = node + 1;
        }
        for (int leaf = questions; leaf < features.length; leaf++) {
            features[leaf] = -1;
            shares[leaf] = new double[] {leaf};
        }
        var tree = new Tree(features, cuts, left, right, shares);
        var rows =
                IntStream.range(-2, 66)
                        .mapToObj(value -> new double[] {value / 1.5})
                        .toArray(double[][]::new);
        var sums = new double[rows.length][1];

        LevelTrees.of(List.of(tree, tree)).add(rows, sums, 0, rows.length);

        for (int row = 0; row < rows.length; row++) {
            assertThat(sums[row]).containsExactly(2 * tree.shares(rows[row])[0]);
        }
    }
}
