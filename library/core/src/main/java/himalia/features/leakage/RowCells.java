package himalia.features.leakage;

import himalia.display.bundle.InterruptCheck;
import himalia.model.Labels;
import himalia.table.Moments;
import himalia.table.Tables;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import tech.tablesaw.api.Table;

/**
 * The cells of two tables as numbers. Rows that are equal because they miss cells have no value there: they are judged by the
 * cells that they have, among rows that have them, too.
 *
 * @param rows those of the training table, and below them those of the test table; columns of numbers, of moments and of texts,
 *     NaN where a cell is missing
 * @param trainRows how many are of the training table
 * @param moments the first column of dates and times of a date
 * @param texts the first column of texts and of all else
 * @param classes the class of each row
 */
record RowCells(double[][] rows, int trainRows, int moments, int texts, int[] classes) {
    /** Farther apart than numbers, so that the nearest rows are of the same texts. */
    private static final double TEXTS_APART = 10;

    /** So many sets of columns that equal rows have are looked at, those of most columns first. */
    private static final int MOST_SETS = 8;

    /** So many equal rows may be expected of a row that is not equal by chance. */
    private static final double SELDOM = 0.1;

    private static final double AGAIN = 0.05;

    /** Of fewer equal rows nobody knows whether they miss more cells than others. */
    private static final int FEWEST = 5;

    static RowCells of(
            Table train,
            Table test,
            List<String> columns,
            Numbers values,
            Labels learnt,
            Labels asked) {
        var others =
                columns.stream()
                        .filter(name -> !(Numbers.are(train, name) && Numbers.are(test, name)))
                        .toList();
        var dated = others.stream().filter(name -> Moments.areDated(train.column(name))).toList();
        var named = others.stream().filter(name -> !dated.contains(name)).toList();
        int numbers = values.names().size();
        var cells =
                Stream.concat(
                                IntStream.range(0, numbers).mapToObj(j -> numbers(values, j)),
                                Stream.concat(
                                        dated.stream().map(name -> moments(train, test, name)),
                                        named.stream().map(name -> codes(train, test, name))))
                        .toList();
        var rows = new double[values.rows().length][];
        Arrays.setAll(rows, row -> cells.stream().mapToDouble(column -> column[row]).toArray());
        return new RowCells(
                rows,
                train.rowCount(),
                numbers,
                numbers + dated.size(),
                IntStream.concat(IntStream.of(learnt.codes()), IntStream.of(asked.codes()))
                        .toArray());
    }

    private static double[] numbers(Numbers values, int j) {
        var read = values.read().get(j);
        return IntStream.range(0, read.length)
                .mapToDouble(row -> Double.isNaN(read[row]) ? Double.NaN : values.rows()[row][j])
                .toArray();
    }

    private static double[] moments(Table train, Table test, String name) {
        var moments =
                Stream.of(train, test)
                        .flatMapToDouble(table -> Arrays.stream(Moments.of(table.column(name))))
                        .toArray();
        var there =
                Arrays.stream(moments).filter(moment -> !Double.isNaN(moment)).summaryStatistics();
        double unit = Math.max(1, there.getMax() - there.getMin());
        return Arrays.stream(moments).map(moment -> (moment - there.getMin()) / unit).toArray();
    }

    private static double[] codes(Table train, Table test, String name) {
        var codes = new HashMap<String, Integer>();
        return Stream.of(train.column(name), test.column(name))
                .flatMapToDouble(
                        column ->
                                IntStream.range(0, column.size())
                                        .mapToDouble(
                                                row ->
                                                        Tables.isMissing(column, row)
                                                                ? Double.NaN
                                                                : TEXTS_APART
                                                                        * codes.computeIfAbsent(
                                                                                Tables.level(
                                                                                        column,
                                                                                        row),
                                                                                key ->
                                                                                        codes
                                                                                                .size())))
                .toArray();
    }

    /**
     * Judges test rows that equal training rows: by the cells that they have, rows of each set of columns for themselves.
     *
     * @param equal the numbers of the test rows
     */
    Judged judged(Collection<Integer> equal) {
        if (equal.size() >= FEWEST && missNoMore(equal)) {
            var all = new CopiedRows(filled());
            var verdict = all.verdict();
            if (verdict == CopiedRows.Verdict.COPIED) {
                return new Judged(
                        verdict,
                        equal.stream().filter(row -> !all.isState(trainRows + row)).toList());
            }
        }
        var sets =
                equal.stream()
                        .map(row -> present(rows[trainRows + row]))
                        .distinct()
                        .filter(columns -> !columns.isEmpty())
                        .sorted(Comparator.comparingInt(columns -> -columns.size()))
                        .limit(MOST_SETS)
                        .toList();
        var verdict = CopiedRows.Verdict.CHANCE;
        for (var columns : sets) {
            var whole = whole(columns);
            var some = new CopiedRows(select(columns, whole));
            var ofSet = some.verdict();
            if (ofSet == CopiedRows.Verdict.COPIED) {
                return new Judged(
                        ofSet,
                        equal.stream()
                                .filter(row -> present(rows[trainRows + row]).containsAll(columns))
                                .filter(
                                        row ->
                                                !some.isState(
                                                        Arrays.binarySearch(
                                                                whole, trainRows + row)))
                                .toList());
            }
            verdict = ofSet.compareTo(verdict) < 0 ? ofSet : verdict;
        }
        return new Judged(verdict, List.of());
    }

    /**
     * What is known of equal rows.
     *
     * @param copied test rows by which it is known that there are copies
     */
    record Judged(CopiedRows.Verdict verdict, List<Integer> copied) {}

    /**
     * Returns the test rows that are not equal by chance: of those that hold nothing, or a few values that many have, some equal a
     * training row in any table.
     */
    List<Integer> notByChance(Collection<Integer> equal) {
        var expected = new double[rows.length - trainRows];
        Arrays.fill(expected, trainRows);
        var interrupt = new InterruptCheck();
        for (int j = 0; j < rows[0].length; j++) {
            interrupt.ask();
            int column = j;
            var counts = new Long2IntOpenHashMap();
            equal.forEach(row -> counts.put(bits(trainRows + row, column), 0));
            for (int row = 0; row < rows.length; row++) {
                long bits = bits(row, column);
                if (counts.containsKey(bits)) {
                    counts.addTo(bits, 1);
                }
            }
            for (int row : equal) {
                expected[row] *= counts.get(bits(trainRows + row, column)) / (double) rows.length;
            }
        }
        return equal.stream()
                .filter(row -> expected[row] < SELDOM)
                .filter(row -> !present(rows[trainRows + row]).isEmpty())
                .toList();
    }

    private long bits(int row, int column) {
        return Double.doubleToLongBits(rows[row][column]);
    }

    /** Whether no column has more values than the square root of the rows. */
    boolean haveFewValues() {
        return IntStream.range(0, rows[0].length)
                .mapToLong(j -> Arrays.stream(rows).mapToDouble(row -> row[j]).distinct().count())
                .allMatch(values -> values * values <= rows.length);
    }

    /** Whether all columns have values that come again in the test table, one of twenty at least. */
    boolean comeAgain() {
        var test = Arrays.asList(rows).subList(trainRows, rows.length);
        return IntStream.range(0, rows[0].length)
                .mapToLong(j -> test.stream().mapToDouble(row -> row[j]).distinct().count())
                .allMatch(values -> values <= (1 - AGAIN) * test.size());
    }

    /** Copies are of any rows; rows that are equal by chance miss more cells than others. */
    private boolean missNoMore(Collection<Integer> equal) {
        var missing =
                IntStream.range(trainRows, rows.length)
                        .map(row -> rows[row].length - present(rows[row]).size())
                        .toArray();
        var all = new SummaryStatistics();
        IntStream.of(missing).forEach(all::addValue);
        double sum = equal.stream().mapToInt(row -> missing[row]).sum();
        return sum
                <= equal.size() * all.getMean()
                        + all.getStandardDeviation() * Math.sqrt(equal.size());
    }

    /** Returns the same with a value of its own in the place of what is missing. */
    private RowCells filled() {
        var filled =
                Arrays.stream(rows)
                        .map(
                                row ->
                                        IntStream.range(0, row.length)
                                                .mapToDouble(
                                                        j ->
                                                                Double.isNaN(row[j])
                                                                        ? j < texts
                                                                                ? 0
                                                                                : -TEXTS_APART
                                                                        : row[j])
                                                .toArray())
                        .toArray(double[][]::new);
        return new RowCells(filled, trainRows, moments, texts, classes);
    }

    private static List<Integer> present(double[] row) {
        return IntStream.range(0, row.length).filter(j -> !Double.isNaN(row[j])).boxed().toList();
    }

    /** Returns the rows that miss none of some columns. */
    private int[] whole(List<Integer> columns) {
        return IntStream.range(0, rows.length)
                .filter(row -> columns.stream().noneMatch(j -> Double.isNaN(rows[row][j])))
                .toArray();
    }

    /** Returns some columns of some rows. */
    RowCells select(List<Integer> columns, int[] whole) {
        return new RowCells(
                IntStream.of(whole)
                        .mapToObj(row -> columns.stream().mapToDouble(j -> rows[row][j]).toArray())
                        .toArray(double[][]::new),
                (int) IntStream.of(whole).filter(row -> row < trainRows).count(),
                (int) columns.stream().filter(j -> j < moments).count(),
                (int) columns.stream().filter(j -> j < texts).count(),
                IntStream.of(whole).map(row -> classes[row]).toArray());
    }
}
