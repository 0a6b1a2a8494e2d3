package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.InterruptCheck;
import himalia.model.Provenance;
import himalia.table.Matrices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Fills missing numbers by what the other columns of the row say: each column is told from all others by a straight line, round by round.
 *
 * <pre>{@code
 * new IterativeImputer().fit(train, "churned").apply(test)
 * new IterativeImputer(20, 1e-4, List.of("age", "income"))
 * }</pre>
 *
 * <p>As scikit-learn's {@code IterativeImputer} by {@code BayesianRidge}: cells begin as the mean of their column, then columns are filled in the order of how many
 * cells they miss, the fewest first. No chance is in it. What is
 * shown of it fitted says how many rounds it took, and whether cells still changed by then. S. van Buuren, K. Groothuis-Oudshoorn (2011): mice, Journal of Statistical Software 45.
 *
 * @param maxIter how many rounds at most, at least 1
 * @param tol it ends where no row changes by more than that share of the largest number in a round; at least 0
 * @param columns which columns; empty for all that hold numbers
 */
public record IterativeImputer(int maxIter, double tol, List<String> columns) implements Step {
    public IterativeImputer {
        given(columns, "columns");
        columns = List.copyOf(columns);
        if (maxIter < 1) {
            throw new IllegalArgumentException("maxIter must be at least 1, got " + maxIter);
        }
        if (!(tol >= 0)) {
            throw new IllegalArgumentException("tol must be at least 0, got " + tol);
        }
    }

    /** Fills the columns that are named, in ten rounds at most. */
    public IterativeImputer(List<String> columns) {
        this(10, 1e-3, columns);
    }

    /** Fills the columns that are named, or every one of numbers, in ten rounds at most. */
    public IterativeImputer(String... columns) {
        this(Columns.named(columns));
    }

    /**
     * Learns the lines.
     *
     * @throws IllegalArgumentException if a column has no value at all, an infinite one, or numbers of which a double cannot hold the square
     */
    @Override
    public FittedStep fit(Table features) {
        var chosen = Columns.chosen(features, columns, Columns::areNumbers, name(), "numbers");
        var means = new double[chosen.size()];
        for (int j = 0; j < means.length; j++) {
            var present = NumberColumns.present(features, chosen.get(j).name(), name());
            means[j] = Mean.of(present);
        }
        Matrices.checkSquares(
                chosen.stream().map(feature -> features.numberColumn(feature.name())).toList(),
                name());
        var learnt = lines(Columns.numbers(features, chosen, name()), means);
        return new FittedIterativeImputer(
                this, chosen, means, learnt.lines(), learnt.converged(), Provenance.of(features));
    }

    /** All lines of all rounds, and whether the last round changed nearly nothing. */
    private record Rounds(List<FittedIterativeImputer.Line> lines, boolean converged) {}

    private Rounds lines(double[][] numbers, double[] means) {
        var lines = new ArrayList<FittedIterativeImputer.Line>();
        if (numbers.length < 2) {
            return new Rounds(lines, true);
        }
        var filled = FittedIterativeImputer.filled(numbers, means);
        var order =
                IntStream.range(0, numbers.length)
                        .boxed()
                        .sorted(Comparator.comparingLong(j -> missing(numbers[j])))
                        .toList();
        double enough = tol * largest(numbers);
        var interrupt = new InterruptCheck();
        for (int round = 0; round < maxIter; round++) {
            var before = Arrays.stream(filled).map(double[]::clone).toArray(double[][]::new);
            for (int column : order) {
                interrupt.ask();
                var line = line(numbers, filled, column);
                line.fill(numbers, filled);
                lines.add(line);
            }
            if (change(before, filled) < enough) {
                return new Rounds(lines, true);
            }
        }
        return new Rounds(lines, false);
    }

    /** Learns from the rows that have the column's number, with what the others are by now. */
    private static FittedIterativeImputer.Line line(
            double[][] numbers, double[][] filled, int column) {
        var there =
                IntStream.range(0, numbers[column].length)
                        .filter(row -> !Double.isNaN(numbers[column][row]))
                        .toArray();
        var others =
                IntStream.range(0, filled.length)
                        .filter(j -> j != column)
                        .mapToObj(
                                j ->
                                        Arrays.stream(there)
                                                .mapToDouble(row -> filled[j][row])
                                                .toArray())
                        .toArray(double[][]::new);
        var wanted = Arrays.stream(there).mapToDouble(row -> numbers[column][row]).toArray();
        return new FittedIterativeImputer.Line(column, BayesianRidge.line(others, wanted));
    }

    private static long missing(double[] values) {
        return Arrays.stream(values).filter(Double::isNaN).count();
    }

    private static double largest(double[][] numbers) {
        return Arrays.stream(numbers)
                .flatMapToDouble(Arrays::stream)
                .filter(value -> !Double.isNaN(value))
                .map(Math::abs)
                .max()
                .orElse(0);
    }

    /** How much the row changes that changes most, all of its columns together. */
    private static double change(double[][] before, double[][] after) {
        double most = 0;
        for (int row = 0; row < after[0].length; row++) {
            double sum = 0;
            for (int j = 0; j < after.length; j++) {
                sum += Math.abs(after[j][row] - before[j][row]);
            }
            most = Math.max(most, sum);
        }
        return most;
    }
}
