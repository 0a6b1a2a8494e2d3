package himalia.sampling.drawing;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Amount;
import himalia.table.Matrices;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Rows that were drawn from a table, with what each of them stands for.
 *
 * <pre>{@code
 * Sample sample = new StratifiedSample("city", 200, 42).draw(table);
 * sample.table()           // the rows
 * sample.mean("age")       // of all rows of the table, with an interval
 * sample.weights()         // how many rows each row stands for
 * }</pre>
 *
 * <p>Estimates weigh each row by what it stands for. Their errors are those of Taylor's linearisation over strata and
 * clusters, as survey packages compute them. What the design knows, such as the share of a stratum, is known exactly.
 */
public final class Sample {
    /** How far chances of strata may lie apart that count as the same. */
    private static final double ROUNDED = 0.02;

    private final Table population;
    private final SampleDesign design;
    private final Drawn drawn;

    Sample(Table population, SampleDesign design, Drawn drawn) {
        this.population = population;
        this.design = design;
        this.drawn = drawn;
    }

    /** Returns the rows, in the order in which the design gives them. */
    public Table table() {
        return Tables.rows(population, drawn.rows()).setName(population.name());
    }

    /** Returns the numbers of the rows in the table they were drawn from. */
    public int[] rows() {
        return drawn.rows().clone();
    }

    /** Returns how many rows were drawn. */
    public int size() {
        return drawn.rows().length;
    }

    /** Returns how many rows of the table each row stands for. */
    public double[] weights() {
        return drawn.weights().clone();
    }

    /** Returns how many rows of equal weight would say as much: Kish's effective sample size. */
    public double effectiveSize() {
        return Weights.effectiveSize(drawn.weights());
    }

    /** Returns the design that drew them. */
    public SampleDesign design() {
        return design;
    }

    /** What an empty text stands for. */
    private static final String MISSING = "";

    /** Estimates the mean of a column over all rows of the table; by an {@link ImportanceResample}, over its target. */
    public Estimate mean(String column) {
        checkSpeaksForAll();
        var cells = Tables.column(table(), given(column, "column"));
        if (!(cells instanceof NumericColumn<?>)) {
            throw new IllegalArgumentException(
                    "column '%1$s' holds %2$s, and a mean is of numbers; share(\"%1$s\", \"…\") tells how many rows have a value"
                            .formatted(column, Tables.kind(cells)));
        }
        var values = Matrices.rows(table(), List.of(column), "a mean");
        return mean(row -> values[row][0]);
    }

    /**
     * Estimates the share of rows that have a value, over all rows of the table; by an {@link ImportanceResample}, over its target.
     *
     * @param value as it is written: a text, {@code true}, {@code 3}; an empty text for cells that are missing
     * @throws IllegalArgumentException if no row of the table has it, or rows of weight 0 were in no {@link WeightedSample}
     */
    public Estimate share(String column, String value) {
        given(value, "value");
        checkSpeaksForAll();
        var all = Tables.column(population, column);
        var has = Arrays.stream(drawn.rows()).mapToDouble(row -> has(all, row, value)).toArray();
        if (Arrays.stream(has).sum() == 0 && !value.equals(MISSING)) {
            checkKnown(all, value);
        }
        var mean = mean(i -> has[i]);
        if (isWhole() || isStratum(all)) {
            double known =
                    IntStream.range(0, all.size()).mapToDouble(row -> has(all, row, value)).sum();
            return ShareEstimate.known(known / all.size(), mean);
        }
        return new ShareEstimate(design, drawn, has).of(mean);
    }

    private static double has(Column<?> column, int row, String value) {
        var level = Tables.isMissing(column, row) ? MISSING : Tables.level(column, row);
        return level.equals(value) ? 1 : 0;
    }

    /** Rows that are put back may be as many as the table's without being all of them. */
    private boolean isWhole() {
        return size() == population.rowCount() && drawn.leastFraction() == 1;
    }

    /** How many rows each stratum has, the design knows. */
    private boolean isStratum(Column<?> column) {
        return design instanceof StratifiedSample stratified
                && column == Tables.column(population, stratified.by());
    }

    /** How many whole groups were drawn, or 0. */
    private int groups() {
        return design instanceof ClusterSample clusters ? clusters.clusters() : 0;
    }

    /** What can never be drawn, a sample says nothing of. */
    private void checkSpeaksForAll() {
        if (design instanceof WeightedSample weighted) {
            long never =
                    Arrays.stream(Tables.doubles(population.numberColumn(weighted.weights())))
                            .filter(weight -> weight == 0)
                            .count();
            if (never > 0) {
                throw new IllegalArgumentException(
                        "%s of the table %s weight 0, so no sample speaks for the whole of it; give each a weight, or draw from the others alone"
                                .formatted(Amount.of(never, "row"), never == 1 ? "has" : "have"));
            }
        }
    }

    /** A slip of the pen is no value that no row has. */
    private void checkKnown(Column<?> column, String value) {
        for (int row = 0; row < column.size(); row++) {
            if (!Tables.isMissing(column, row) && Tables.level(column, row).equals(value)) {
                return;
            }
        }
        throw new IllegalArgumentException(
                "no row of column '%s' is '%s'; there are: %s; \"\" asks for missing cells"
                        .formatted(column.name(), value, Tables.counts(population, column.name())));
    }

    /**
     * Compares the shares of each column's values with those in the whole table; of an importance sample, with those of the table
     * weighed for the target. Of a sample of whole groups the intervals are those of groups, not of as many single rows.
     *
     * @param columns those to compare by; none for all, but the one by which whole groups were drawn
     */
    public SampleReport report(String... columns) {
        given(columns, "columns");
        if (design instanceof ImportanceResample importance) {
            return SampleReport.of(table(), population, importance.weights(population), columns);
        }
        // What is left of the table is all that is unsure.
        double left = 1 - drawn.leastFraction();
        if (!(design instanceof ClusterSample clusters)) {
            return SampleReport.of(
                    table(),
                    population,
                    isEven()
                            ? new LeftOut(population.rowCount(), size())
                            : SampleReport.rows(
                                    part ->
                                            part.names().stream()
                                                    .mapToDouble(name -> size() / left)
                                                    .toArray(),
                                    size(),
                                    new NormalDistribution(null, 0, 1)),
                    columns);
        }
        var effect = new ClusterEffect(population, clusters, size());
        // Groups that were not drawn are missing by the design, which is nobody's fault.
        var others = new ArrayList<>(ValueParts.columns(population));
        if (others.size() > 1) {
            others.remove(clusters.by());
        }
        return SampleReport.of(
                        table(),
                        population,
                        SampleReport.within(
                                SampleReport.rows(
                                        part ->
                                                Arrays.stream(effect.rows(part))
                                                        .map(rows -> rows / left)
                                                        .toArray(),
                                        size(),
                                        effect.errors()),
                                size(),
                                population.rowCount()),
                        columns.length > 0 ? columns : others.toArray(String[]::new))
                .by(groups());
    }

    /** Whether every row had the same chance, and none was put back; shares of strata are rounded to whole rows. */
    private boolean isEven() {
        double share = (double) size() / population.rowCount();
        return !(design instanceof WeightedSample)
                && Arrays.stream(drawn.fractions())
                        .allMatch(each -> Math.abs(each - share) <= ROUNDED * share);
    }

    private Estimate mean(IntToDoubleFunction values) {
        double weight = Arrays.stream(drawn.weights()).sum();
        double mean = 0;
        for (int i = 0; i < size(); i++) {
            mean += drawn.weights()[i] / weight * values.applyAsDouble(i);
        }
        var clusters = new HashMap<Integer, Integer>();
        var strata = new HashMap<Integer, Integer>();
        for (int cluster : drawn.clusters()) {
            clusters.putIfAbsent(cluster, clusters.size());
        }
        var sums = new double[clusters.size()];
        var stratumOf = new int[clusters.size()];
        var left = new double[clusters.size()];
        for (int i = 0; i < size(); i++) {
            int cluster = clusters.getOrDefault(drawn.clusters()[i], 0);
            sums[cluster] += drawn.weights()[i] / weight * (values.applyAsDouble(i) - mean);
            strata.putIfAbsent(drawn.strata()[i], strata.size());
            stratumOf[cluster] = strata.getOrDefault(drawn.strata()[i], 0);
            left[cluster] = 1 - drawn.fractions()[i];
        }
        double variance = variance(sums, stratumOf, left, strata.size());
        int degrees = clusters.size() - strata.size();
        var doubt = Double.isNaN(variance) ? doubt() : "";
        return new Estimate(
                mean, Math.sqrt(variance), degrees, doubt, Double.NaN, List.of(), groups());
    }

    /** Names the first part of which one unit was drawn. */
    private String doubt() {
        var units = new HashMap<Integer, HashSet<Integer>>();
        for (int i = 0; i < size(); i++) {
            units.computeIfAbsent(drawn.strata()[i], k -> new HashSet<>()).add(drawn.clusters()[i]);
        }
        for (int i = 0; i < size(); i++) {
            boolean isAlone = units.getOrDefault(drawn.strata()[i], new HashSet<>()).size() == 1;
            if (isAlone && drawn.fractions()[i] < 1) {
                return Doubts.ofOne(design, population, drawn.rows()[i]);
            }
        }
        return "";
    }

    /** Of strata that have one unit only, nobody knows how far units lie apart; a stratum that is whole adds nothing. */
    private static double variance(double[] sums, int[] stratumOf, double[] left, int strata) {
        var counts = new int[strata];
        var means = new double[strata];
        for (int c = 0; c < sums.length; c++) {
            counts[stratumOf[c]]++;
            means[stratumOf[c]] += sums[c];
        }
        double variance = 0;
        for (int c = 0; c < sums.length; c++) {
            int count = counts[stratumOf[c]];
            double apart = sums[c] - means[stratumOf[c]] / count;
            if (left[c] > 0) {
                variance += count == 1 ? Double.NaN : left[c] * apart * apart * count / (count - 1);
            }
        }
        return variance;
    }

    @Override
    public String toString() {
        return "%,d of %s, drawn by %s"
                .formatted(size(), Amount.of(population.rowCount(), "row"), design);
    }
}
