package himalia.features;

import himalia.display.bundle.Amount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What {@link FittedKnnImputer} does, in DuckDB's SQL: all donors stand in the query, and a row that misses something asks them. */
final class SqlDonors {
    /** A query of more of them takes longer to read than to run. */
    private static final int MOST_NUMBERS = 200_000;

    private static final String ROW = "(row)";
    private static final String DONORS = "(donors)";
    private static final String DISTANCES = "(distances)";

    private SqlDonors() {}

    static String query(FittedKnnImputer fitted, String from) {
        var reads = fitted.reads();
        int width = reads.size();
        if (width == 0) {
            return SqlText.select(Map.of(), from);
        }
        checkSize(fitted);
        var lists = new LinkedHashMap<String, String>();
        lists.put(
                ROW,
                SqlText.list(
                        reads.stream()
                                .map(
                                        read ->
                                                SqlText.finite(
                                                        List.of(read),
                                                        SqlText.number(read),
                                                        fitted.step().name()))
                                .toList()));
        lists.put(DONORS, donors(fitted.donors()));
        var measured =
                SqlText.adding(
                        Map.of(DISTANCES, distances(width)),
                        "(" + SqlText.adding(lists, from) + ")");
        var instead = new LinkedHashMap<String, Map<String, String>>();
        for (int j = 0; j < width; j++) {
            var name = reads.get(j).name();
            var number = "%s[%s]".formatted(SqlText.name(ROW), j + 1);
            var mean =
                    "coalesce(%s, %s)"
                            .formatted(
                                    mean(fitted.step(), j + 1),
                                    SqlText.number(FittedKnnImputer.mean(fitted.donors()[j])));
            instead.put(
                    name,
                    Map.of(
                            name,
                            "CASE WHEN %1$s IS NULL THEN %2$s ELSE %1$s END"
                                    .formatted(number, mean)));
        }
        List.of(ROW, DONORS, DISTANCES).forEach(name -> instead.put(name, Map.of()));
        return SqlText.select(instead, "(" + measured + ")");
    }

    private static void checkSize(FittedKnnImputer fitted) {
        int rows = fitted.donors()[0].length;
        long numbers = (long) rows * fitted.donors().length;
        if (numbers > MOST_NUMBERS) {
            throw new UnsupportedOperationException(
                    "KnnImputer has learnt %,d rows of %s, and its query in SQL would hold all of these %,d numbers, where up to %,d are sane; fit it to fewer rows or columns, or write it as ONNX, Onnx.write(step, file)"
                            .formatted(
                                    rows,
                                    Amount.of(fitted.donors().length, "column"),
                                    numbers,
                                    MOST_NUMBERS));
        }
    }

    private static String donors(double[][] columns) {
        return SqlText.list(
                IntStream.range(0, columns[0].length)
                        .mapToObj(
                                row ->
                                        IntStream.range(0, columns.length)
                                                .mapToObj(j -> number(columns[j][row]))
                                                .toList())
                        .map(SqlText::list)
                        .toList());
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "NULL" : SqlText.number(value);
    }

    /** Of whole rows nothing is asked. Nulls are neither added nor counted. */
    private static String distances(int width) {
        var squares =
                IntStream.rangeClosed(1, width)
                        .mapToObj(
                                j ->
                                        "(%1$s[%2$s] - d[%2$s]) * (%1$s[%2$s] - d[%2$s])"
                                                .formatted(SqlText.name(ROW), j))
                        .toList();
        return "CASE WHEN list_count(%s) < %2$s THEN list_transform(list_transform(%3$s, lambda d: %4$s), lambda s: sqrt(list_sum(s) / list_count(s) * %2$s)) END"
                .formatted(SqlText.name(ROW), width, SqlText.name(DONORS), SqlText.list(squares));
    }

    /** Structs are put in order by the distance, and by the donor where that is the same. */
    private static String mean(KnnImputer step, int column) {
        var all =
                "list_transform(%s, lambda d, i: {'d': d, 'i': i, 'v': %s[i][%s]})"
                        .formatted(SqlText.name(DISTANCES), SqlText.name(DONORS), column);
        var nearest =
                "list_sort(list_filter(%s, lambda s: s['d'] IS NOT NULL AND s['v'] IS NOT NULL))[1:%s]"
                        .formatted(all, step.neighbours());
        var uniform = "list_avg(list_transform(%s, lambda s: s['v']))";
        if (step.weights() == KnnImputer.Weights.UNIFORM) {
            return uniform.formatted(nearest);
        }
        // Rows that are the same decide alone.
        return "list_transform([%s], lambda n: CASE WHEN n[1]['d'] = 0 THEN %s ELSE list_sum(list_transform(n, lambda s: s['v'] / s['d'])) / list_sum(list_transform(n, lambda s: 1 / s['d'])) END)[1]"
                .formatted(nearest, uniform.formatted("list_filter(n, lambda s: s['d'] = 0)"));
    }
}
