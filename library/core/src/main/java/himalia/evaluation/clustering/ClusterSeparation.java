package himalia.evaluation.clustering;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Displayable;
import himalia.display.bundle.InterruptCheck;
import himalia.display.bundle.MimeBundle;
import himalia.table.Tables;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * How far apart groups of rows lie, and how near together the rows of each, where nobody knows the right groups.
 *
 * <pre>{@code
 * var separation = ClusterSeparation.of(table, "cluster");       // by all other columns
 * separation.silhouetteScore()     // 1 for groups far apart, 0 for ones that touch, below for wrong ones
 * separation.metrics()             // all of them, by scikit-learn's names
 * }</pre>
 *
 * <p>Distances are Euclidean: scale the columns first, as for the clustering. The numbers are scikit-learn's. Rows that a clustering calls noise, such as
 * those of group -1, count as a group; leave them out first.
 */
public final class ClusterSeparation implements Displayable {
    private static final double NEARLY_NOTHING = 1e-8;

    private final double[][] rows;
    private final int[] groups;
    private final int[] sizes;
    private final double[][] centres;

    private ClusterSeparation(double[][] rows, int[] groups) {
        this.rows = rows;
        this.groups = groups;
        int count = IntStream.of(groups).max().orElse(-1) + 1;
        if (count < 2 || count > rows.length - 1) {
            throw new IllegalArgumentException(
                    "two groups at least are wanted, and fewer than rows, got %d of %d rows"
                            .formatted(count, rows.length));
        }
        this.sizes = new int[count];
        this.centres = new double[count][rows[0].length];
        for (int row = 0; row < rows.length; row++) {
            sizes[groups[row]]++;
            for (int j = 0; j < rows[row].length; j++) {
                centres[groups[row]][j] += rows[row][j];
            }
        }
        for (int group = 0; group < count; group++) {
            for (int j = 0; j < centres[group].length; j++) {
                centres[group][j] /= sizes[group];
            }
        }
    }

    /**
     * Takes the rows of a table.
     *
     * @param cluster the column that names the group of each row
     * @param columns of numbers, those that distances are of; none for all others of the table
     * @throws IllegalArgumentException if there is no such column, or one of them misses a value or holds no numbers
     */
    public static ClusterSeparation of(Table table, String cluster, String... columns) {
        var groups = Contingency.groups(Tables.column(table, given(cluster, "cluster")));
        var names =
                given(columns, "columns").length > 0
                        ? List.of(columns)
                        : table.columnNames().stream()
                                .filter(each -> !each.equals(cluster))
                                .toList();
        if (names.isEmpty()) {
            throw new IllegalArgumentException(
                    "the table has no column but '%s', and distances are of some"
                            .formatted(cluster));
        }
        var rows = new double[table.rowCount()][names.size()];
        for (int j = 0; j < names.size(); j++) {
            var values = numbers(Tables.column(table, names.get(j)));
            for (int row = 0; row < rows.length; row++) {
                rows[row][j] = values[row];
            }
        }
        return new ClusterSeparation(rows, Contingency.codes(groups));
    }

    private static double[] numbers(Column<?> column) {
        if (!(column instanceof NumericColumn<?> numeric)) {
            throw new IllegalArgumentException(
                    "column '%s' holds %s, and distances are of numbers; name the columns to take"
                            .formatted(column.name(), Tables.kind(column)));
        }
        var values = Tables.doubles(numeric);
        for (int row = 0; row < values.length; row++) {
            if (!Double.isFinite(values[row])) {
                throw new IllegalArgumentException(
                        "row %d of column '%s' is %s, and distances are of finite numbers; drop such rows, or fill them"
                                .formatted(
                                        row,
                                        column.name(),
                                        Double.isNaN(values[row]) ? "missing" : values[row]));
            }
        }
        return values;
    }

    /**
     * Takes rows of numbers.
     *
     * @param rows all of one length, of finite numbers
     * @param clusters the group of each
     */
    public static ClusterSeparation of(double[][] rows, int[] clusters) {
        given(rows, "rows");
        given(clusters, "clusters");
        if (rows.length != clusters.length || rows.length == 0) {
            throw new IllegalArgumentException(
                    "as many rows and groups are wanted, and one at least, got %d and %d"
                            .formatted(rows.length, clusters.length));
        }
        var copied = new double[rows.length][];
        for (int row = 0; row < rows.length; row++) {
            int number = row;
            copied[row] = given(rows[row], "row " + row).clone();
            if (copied[row].length != rows[0].length
                    || Arrays.stream(copied[row]).anyMatch(each -> !Double.isFinite(each))) {
                throw new IllegalArgumentException(
                        "row %d is %s; all rows have as many finite numbers, the first has %d"
                                .formatted(number, Arrays.toString(copied[row]), rows[0].length));
            }
        }
        return new ClusterSeparation(
                copied,
                Contingency.codes(IntStream.of(clusters).mapToObj(String::valueOf).toList()));
    }

    /** Returns the mean of {@link #silhouetteSamples}, from -1 to 1. */
    public double silhouetteScore() {
        return Arrays.stream(silhouetteSamples()).average().orElse(Double.NaN);
    }

    /**
     * Returns of each row how much nearer it lies to its own group than to the next one, from -1 to 1; 0 for the only row of a group. Every row is
     * compared with every other.
     */
    public double[] silhouetteSamples() {
        var interrupt = new InterruptCheck();
        return IntStream.range(0, rows.length)
                .parallel()
                .peek(row -> interrupt.ask())
                .mapToDouble(this::silhouette)
                .toArray();
    }

    private double silhouette(int row) {
        int own = groups[row];
        if (sizes[own] == 1) {
            return 0;
        }
        var sums = new double[sizes.length];
        for (int other = 0; other < rows.length; other++) {
            sums[groups[other]] += distance(rows[row], rows[other]);
        }
        double within = sums[own] / (sizes[own] - 1);
        double next = Double.POSITIVE_INFINITY;
        for (int group = 0; group < sums.length; group++) {
            if (group != own) {
                next = Math.min(next, sums[group] / sizes[group]);
            }
        }
        double most = Math.max(within, next);
        return most == 0 ? 0 : (next - within) / most;
    }

    private static double distance(double[] one, double[] other) {
        return Math.sqrt(square(one, other));
    }

    private static double square(double[] one, double[] other) {
        double sum = 0;
        for (int j = 0; j < one.length; j++) {
            double apart = one[j] - other[j];
            sum += apart * apart;
        }
        return sum;
    }

    /** Returns, on the mean over groups, how wide a group and its most similar one are beside their distance; 0 is best. */
    public double daviesBouldinScore() {
        var widths = new double[sizes.length];
        for (int row = 0; row < rows.length; row++) {
            widths[groups[row]] += distance(rows[row], centres[groups[row]]) / sizes[groups[row]];
        }
        boolean areApart = false;
        double sum = 0;
        for (int group = 0; group < widths.length; group++) {
            double worst = 0;
            for (int other = 0; other < widths.length; other++) {
                double apart = distance(centres[group], centres[other]);
                areApart |= apart > NEARLY_NOTHING;
                if (group != other && apart > 0) {
                    worst = Math.max(worst, (widths[group] + widths[other]) / apart);
                }
            }
            sum += worst;
        }
        boolean arePoints = Arrays.stream(widths).allMatch(width -> width <= NEARLY_NOTHING);
        return arePoints || !areApart ? 0 : sum / widths.length;
    }

    /** Returns how much centres spread for each spread of the rows around them; more is better. */
    public double calinskiHarabaszScore() {
        var mean = new double[rows[0].length];
        for (var row : rows) {
            for (int j = 0; j < mean.length; j++) {
                mean[j] += row[j] / rows.length;
            }
        }
        double between = 0;
        for (int group = 0; group < sizes.length; group++) {
            between += sizes[group] * square(centres[group], mean);
        }
        double within = 0;
        for (int row = 0; row < rows.length; row++) {
            within += square(rows[row], centres[groups[row]]);
        }
        return within == 0
                ? 1
                : between * (rows.length - sizes.length) / (within * (sizes.length - 1));
    }

    /** Returns every measure by scikit-learn's name, in a fixed order. */
    public Map<String, Double> metrics() {
        var metrics = new LinkedHashMap<String, Double>();
        metrics.put("silhouette_score", silhouetteScore());
        metrics.put("davies_bouldin_score", daviesBouldinScore());
        metrics.put("calinski_harabasz_score", calinskiHarabaszScore());
        return metrics;
    }

    private String headline() {
        return "%d groups of %,d rows".formatted(sizes.length, rows.length);
    }

    @Override
    public MimeBundle bundle() {
        return ClusterGrid.shown(headline(), metrics());
    }

    @Override
    public String toString() {
        return ClusterGrid.line(headline(), metrics());
    }
}
