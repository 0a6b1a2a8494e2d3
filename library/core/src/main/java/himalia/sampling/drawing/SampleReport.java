package himalia.sampling.drawing;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Amount;
import himalia.display.grid.Grid;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import tech.tablesaw.api.Table;

/**
 * What a sample has too few of, beside the table it is to speak for; also of a sample that somebody else drew.
 *
 * <pre>{@code
 * SampleReport report = SampleReport.of(test, table, "city", "age");
 * report.underRepresented()    // the values whose share is lower than chance explains
 * }</pre>
 *
 * <p>Each share of the sample has an interval (Wilson's; of rows drawn one by one, and not put back, the exact one: what those left out may have), wide enough that in 95 of 100 fair samples all of them hold the table's
 * share. Numbers and dates of more than ten values are cut at the table's quartiles. Rows count as drawn one by one, but in the report of a
 * {@link ClusterSample}, whose intervals are as wide as its groups make them. Where a {@link Sample} is a large part of the table,
 * its own report has intervals as much narrower, and of the whole table none.
 *
 * <p>A sample that is to speak for another distribution than the table's is compared with the table's rows weighed for it, and
 * {@code effectiveRows} says how much these tell: Kish's effective sample size.
 *
 * @param rows how many rows the sample has
 * @param populationRows how many rows the table has
 * @param effectiveRows as how many rows of equal weight the table's say as much; all of them, where they were not weighed
 * @param shares a line for each value of each column
 * @param groups how many whole groups the sample has, of which the intervals are made; 0 where rows count one by one
 */
public record SampleReport(
        int rows, int populationRows, double effectiveRows, List<Share> shares, int groups) {
    private static final double USUAL = 0.95;

    public SampleReport {
        shares = List.copyOf(given(shares, "shares"));
    }

    /** Makes a report of a table whose rows count the same. */
    public SampleReport(int rows, int populationRows, List<Share> shares) {
        this(rows, populationRows, populationRows, shares);
    }

    /** Makes a report of rows that count one by one. */
    public SampleReport(int rows, int populationRows, double effectiveRows, List<Share> shares) {
        this(rows, populationRows, effectiveRows, shares, 0);
    }

    /**
     * How often a value comes.
     *
     * @param column the column
     * @param value its value, or an interval of numbers
     * @param population the share of the table's rows that have it, by their weights where they have some
     * @param sample the share of the sample's rows
     * @param low the lower end of the interval of the sample's share
     * @param high the upper end
     */
    public record Share(
            String column,
            String value,
            double population,
            double sample,
            double low,
            double high) {
        public Share {
            given(column, "column");
            given(value, "value");
        }

        /** Returns true if the sample has fewer of it than chance explains. */
        public boolean isTooRare() {
            return high < population;
        }

        /** Returns true if the sample has more of it than chance explains. */
        public boolean isTooFrequent() {
            return low > population;
        }
    }

    /**
     * Compares a sample with a table.
     *
     * @param columns those to compare by; none for all that hold texts (but keys), truths, numbers or dates
     */
    public static SampleReport of(Table sample, Table population, String... columns) {
        return of(sample, population, filled(Tables.given(population).rowCount(), 1), columns);
    }

    /**
     * Compares a sample with a table whose rows are weighed for the distribution that the sample is to speak for.
     *
     * <pre>{@code
     * double[] weights = ImportanceSample.of(table, "p", "q").weights();
     * SampleReport.of(test, table, weights, "city")
     * }</pre>
     *
     * @param weights one for each row of the table, 0 or more, such as {@link ImportanceSample#weights}
     * @param columns those to compare by; none for all that hold texts (but keys), truths, numbers or dates
     */
    public static SampleReport of(
            Table sample, Table population, double[] weights, String... columns) {
        given(columns, "columns");
        given(weights, "weights");
        return of(
                sample,
                population,
                weights,
                rows(
                        part -> filled(part.names().size(), sample.rowCount()),
                        sample.rowCount(),
                        new NormalDistribution(null, 0, 1)),
                columns);
    }

    /** Compares a sample whose rows do not say as much as so many that are drawn one by one from an endless table. */
    static SampleReport of(
            Table sample, Table population, ShareInterval interval, String... columns) {
        return of(sample, population, filled(population.rowCount(), 1), interval, columns);
    }

    /** Returns the report of as many whole groups. */
    SampleReport by(int drawn) {
        return new SampleReport(rows, populationRows, effectiveRows, shares, drawn);
    }

    private static double[] filled(int length, double value) {
        var values = new double[length];
        Arrays.fill(values, value);
        return values;
    }

    private static SampleReport of(
            Table sample,
            Table population,
            double[] weights,
            ShareInterval interval,
            String... columns) {
        Draws.checkEnough(population, 1, "");
        if (Tables.given(sample).rowCount() == 0) {
            throw new IllegalArgumentException(
                    "the sample has no rows; there is nothing to compare");
        }
        if (weights.length != population.rowCount()) {
            throw new IllegalArgumentException(
                    "there are %d weights for %d rows of the table; each has one"
                            .formatted(weights.length, population.rowCount()));
        }
        double weight = Arrays.stream(Weights.checked(weights, "the weight")).sum();
        var names = columns.length > 0 ? List.of(columns) : ValueParts.columns(population);
        var parts = new ArrayList<ValueParts>();
        int values = 0;
        for (var name : names) {
            var part = ValueParts.of(Tables.column(population, name));
            parts.add(part);
            values += part.names().size();
        }
        // So many intervals are looked at that each must be the wider, or chance alone would be
        // blamed.
        double tail = (1 - USUAL) / 2 / Math.max(1, values);
        var shares = new ArrayList<Share>();
        for (var part : parts) {
            var all = part.sums(Tables.column(population, part.column()), row -> weights[row]);
            var sampled = Tables.column(sample, part.column(), "sample");
            part.checkKind(Tables.column(population, part.column()), sampled);
            part.checkKnown(sampled);
            var some = part.sums(sampled, row -> 1);
            for (int k = 0; k < all.length; k++) {
                double share = some[k] / sample.rowCount();
                var ends = interval.ends(part, k, (int) some[k], tail);
                shares.add(
                        new Share(
                                part.column(),
                                part.names().get(k),
                                all[k] / weight,
                                share,
                                // Rounding must not take a share out of its own interval.
                                Math.max(0, Math.min(share, ends[0])),
                                Math.min(1, Math.max(share, ends[1]))));
            }
        }
        return new SampleReport(
                sample.rowCount(), population.rowCount(), Weights.effectiveSize(weights), shares);
    }

    /**
     * Wilson's interval, of rows that say as much as so many that are drawn one by one from an endless table.
     *
     * @param effective as how many they do, for each value of a column
     * @param errors how errors are spread, in their deviation
     */
    static ShareInterval rows(
            Function<ValueParts, double[]> effective, int drawn, RealDistribution errors) {
        var known = new IdentityHashMap<ValueParts, double[]>();
        return (part, value, having, tail) -> {
            double rows = known.computeIfAbsent(part, effective)[value];
            double z = errors.inverseCumulativeProbability(1 - tail);
            double share = (double) having / drawn;
            double unit = 1 + z * z / rows;
            double middle = (share + z * z / (2 * rows)) / unit;
            double half =
                    z / unit * Math.sqrt(share * (1 - share) / rows + z * z / (4.0 * rows * rows));
            return new double[] {middle - half, middle + half};
        };
    }

    /** The same of a sample that is a part of the table: its rows stand there, and the others have the value all or none of them. */
    static ShareInterval within(ShareInterval interval, int drawn, int rows) {
        return (part, value, having, tail) -> {
            var ends = interval.ends(part, value, having, tail);
            double least = (double) having / rows;
            double most = (double) (having + rows - drawn) / rows;
            return new double[] {Math.max(least, ends[0]), Math.min(most, ends[1])};
        };
    }

    /** Returns the values that the sample has too few of. */
    public List<Share> underRepresented() {
        return shares.stream().filter(Share::isTooRare).toList();
    }

    /** Returns the values that the sample has too many of. */
    public List<Share> overRepresented() {
        return shares.stream().filter(Share::isTooFrequent).toList();
    }

    /** Whether rows of the table count differently; equal weights may be rounded. */
    boolean isWeighed() {
        return populationRows - effectiveRows > 1e-9 * populationRows;
    }

    /** Returns it in a line: which values come too rarely. */
    String headline() {
        var rare =
                underRepresented().stream()
                        .map(share -> share.column() + " " + share.value())
                        .toList();
        return String.format(
                Locale.ROOT,
                rows > populationRows
                        ? "%,d rows, drawn from %,d%s%s: %s"
                        : "%,d of %,d rows%s%s: %s",
                rows,
                populationRows,
                isWeighed()
                        ? String.format(
                                Locale.ROOT,
                                ", which weighed for the target say as much as %,.1f",
                                effectiveRows)
                        : "",
                groups == 0 ? "" : ", with intervals by " + Amount.of(groups, "group"),
                rare.isEmpty()
                        ? "no value comes less often than chance explains"
                        : "too few of " + String.join(", ", rare));
    }

    @Override
    public String toString() {
        return headline() + "\n\n" + Grid.of(new SampleReportGrid(this)).text();
    }
}
