package himalia.sampling;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Amount;
import himalia.table.Matrices;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Adds synthetic rows of the rare classes, each between a row and one of its nearest neighbours of the same class.
 *
 * <pre>{@code
 * Table balanced = new Smote(5, 42).resample(train, "churned");
 * Table milder = new Smote(5, new Strategy("0.5"), 42).resample(train, "churned");
 * }</pre>
 *
 * <p>The given rows come first, in order; all features become real numbers, since new rows lie between; a
 * whole number that no real one is, as a key of 17 digits may be, is refused.
 *
 * <p>N. V. Chawla, K. W. Bowyer, L. O. Hall, W. P. Kegelmeyer (2002): SMOTE: Synthetic Minority Over-sampling
 * Technique. Journal of Artificial Intelligence Research 16, 321–357.
 *
 * @param neighbours how many neighbours of a row may be drawn
 * @param strategy which classes grow, and to how many rows
 * @param seed makes two runs agree
 */
public record Smote(int neighbours, Strategy strategy, long seed) implements Sampler {
    public Smote {
        given(strategy, "strategy");
        if (neighbours < 1) {
            throw new IllegalArgumentException("neighbours must be at least 1, got " + neighbours);
        }
    }

    public Smote(int neighbours, long seed) {
        this(neighbours, Strategy.AUTO, seed);
    }

    @Override
    public Table resample(Table table, String label) {
        return resample(table, label, new Random(seed));
    }

    /** Draws from {@code random} instead of the seed's numbers. */
    public Table resample(Table table, String label, RandomGenerator random) {
        var classes = Classes.of(table, label);
        var features = Matrices.features(table, label);
        var rows = Matrices.rows(table, features, "SMOTE");
        var drawn = draw(rows, classes, random);
        var points = drawn.stream().map(row -> row.between(rows)).toArray(double[][]::new);
        var balanced = Table.create(table.name());
        for (var column : table.columns()) {
            var feature = features.indexOf(column.name());
            balanced.addColumns(
                    feature < 0
                            ? labels(column, drawn)
                            : numbers((NumericColumn<?>) column, feature, points));
        }
        return balanced;
    }

    /** Returns where the synthetic rows of a table would come from, in the order in which they are added. */
    public List<SyntheticRow> draw(Table table, String label, RandomGenerator random) {
        var features = Matrices.features(table, label);
        return draw(Matrices.rows(table, features, "SMOTE"), Classes.of(table, label), random);
    }

    private List<SyntheticRow> draw(double[][] rows, Classes classes, RandomGenerator random) {
        var drawn = new ArrayList<SyntheticRow>();
        strategy.targets(Strategy.Kind.ADD, classes)
                .forEach(
                        (code, count) -> {
                            if (count > 0) {
                                draw(rows, classes, code, count, random, drawn);
                            }
                        });
        return drawn;
    }

    private void draw(
            double[][] all,
            Classes classes,
            int code,
            int count,
            RandomGenerator random,
            List<SyntheticRow> drawn) {
        var rows = classes.rows(code);
        if (rows.length <= neighbours) {
            throw new IllegalArgumentException(
                    "class '%s' has %s, and SMOTE with %s needs at least %d; use %sRandomOverSampler"
                            .formatted(
                                    classes.names().get(code),
                                    Amount.of(rows.length, "row"),
                                    Amount.of(neighbours, "neighbour"),
                                    neighbours + 1,
                                    rows.length > 1
                                            ? "at most "
                                                    + Amount.of(rows.length - 1, "neighbour")
                                                    + ", or "
                                            : ""));
        }
        var nearest = neighbours(all, rows);
        for (var i = 0; i < count; i++) {
            // One draw for the pair, one for the place between: the order in which reference cases
            // are replayed.
            var pair = random.nextInt(rows.length * neighbours);
            var base = pair / neighbours;
            var gap = random.nextDouble();
            drawn.add(new SyntheticRow(rows[base], rows[nearest[base][pair % neighbours]], gap));
        }
    }

    /** The neighbours of each of {@code rows} among them, by their places there. */
    int[][] neighbours(double[][] all, int[] rows) {
        var points = IntStream.of(rows).mapToObj(row -> all[row]).toArray(double[][]::new);
        return new Neighbours(points).of(IntStream.range(0, rows.length).toArray(), neighbours);
    }

    private static Column<?> labels(Column<?> column, List<SyntheticRow> drawn) {
        var more = column.subset(drawn.stream().mapToInt(SyntheticRow::base).toArray());
        return appended(column.copy(), more);
    }

    @SuppressWarnings("unchecked") // both are the same column's
    private static <T> Column<T> appended(Column<T> column, Column<?> more) {
        return column.append((Column<T>) more);
    }

    private static DoubleColumn numbers(NumericColumn<?> column, int feature, double[][] points) {
        var values = new double[column.size() + points.length];
        for (var i = 0; i < values.length; i++) {
            values[i] =
                    i < column.size() ? column.getDouble(i) : points[i - column.size()][feature];
        }
        return DoubleColumn.create(column.name(), values);
    }
}
