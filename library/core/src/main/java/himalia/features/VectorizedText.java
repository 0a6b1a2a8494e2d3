package himalia.features;

import himalia.display.bundle.InterruptCheck;
import himalia.model.Feature;
import himalia.table.Tables;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.function.ToIntFunction;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Texts as counts of terms, and what all vectorizers share. */
final class VectorizedText {
    private static final int MOST_COLUMNS = 10_000;
    private static final long MOST_CELLS = 100_000_000;

    private VectorizedText() {}

    /** Returns the column of texts that is named. */
    static List<Feature> chosen(Table table, String column, String step) {
        return Columns.chosen(table, List.of(column), SqlText::isText, step, "texts");
    }

    static StringColumn texts(Table table, Feature feature, String step) {
        var column = Tables.column(table, feature.name());
        Columns.check(feature, column, step);
        return (StringColumn) column;
    }

    static void checkSize(FittedVectorizer step, SparseRows rows) {
        if (rows.columns() > MOST_COLUMNS || (long) rows.columns() * rows.rows() > MOST_CELLS) {
            var column = step.reads().get(0).name();
            boolean isHashed = step.step() instanceof HashingVectorizer;
            throw new IllegalArgumentException(
                    "the texts of column '%s' have %,d %s in %,d rows, too many for columns of a table; keep fewer, %s, or take sparse(table)"
                            .formatted(
                                    column,
                                    rows.columns(),
                                    isHashed ? "hashes" : "terms",
                                    rows.rows(),
                                    (isHashed
                                                    ? "new HashingVectorizer(\"%s\", 256)"
                                                    : "new CountVectorizer(\"%s\").maxFeatures(1_000)")
                                            .formatted(column)));
        }
    }

    /** Refuses a form of more columns than a table can have. */
    static void checkForm(String column, int columns) {
        if (columns > MOST_COLUMNS) {
            throw new UnsupportedOperationException(
                    "the texts of column '%s' become %,d columns, and a query or a graph names each, up to %,d; take fewer, new HashingVectorizer(\"%s\", 1_000)"
                            .formatted(column, columns, MOST_COLUMNS, column));
        }
    }

    /**
     * Adds up what terms count.
     *
     * @param place the column of a term, or -1; or its hash
     * @param isSigned whether what comes is a hash, whose sign counts
     */
    static SparseRows count(
            StringColumn texts,
            TextTokens tokens,
            int columns,
            ToIntFunction<String> place,
            boolean isSigned) {
        var stops = new HashSet<>(tokens.stopWords());
        var starts = new int[texts.size() + 1];
        var found = new Numbers();
        var all = new Numbers();
        var interrupt = new InterruptCheck();
        for (int row = 0; row < texts.size(); row++) {
            interrupt.ask();
            found.size = 0;
            tokens.cut(
                    texts.get(row),
                    stops,
                    term -> {
                        int hash = place.applyAsInt(term);
                        if (isSigned || hash >= 0) {
                            found.add(hash, 1);
                        }
                    });
            all.addSums(found, isSigned ? columns : 0);
            starts[row + 1] = all.size;
        }
        return new SparseRows(
                columns,
                starts,
                Arrays.copyOf(all.places, all.size),
                Arrays.copyOf(all.values, all.size));
    }

    /** Places and values, as many as come. */
    private static final class Numbers {
        private int[] places = new int[64];
        private double[] values = new double[64];
        private int size;

        void add(int place, double value) {
            if (size == places.length) {
                places = Arrays.copyOf(places, 2 * size);
                values = Arrays.copyOf(values, 2 * size);
            }
            places[size] = place;
            values[size++] = value;
        }

        /** Adds one value for each place, in order; what hashes to a bucket counts by its sign. */
        void addSums(Numbers found, int buckets) {
            var keys = new long[found.size];
            for (int i = 0; i < keys.length; i++) {
                int hash = found.places[i];
                int place = buckets == 0 ? hash : Murmur3.bucket(hash, buckets);
                keys[i] = (long) place << 1 | (buckets > 0 && hash < 0 ? 1 : 0);
            }
            Arrays.sort(keys);
            for (int i = 0; i < keys.length; ) {
                int place = (int) (keys[i] >> 1);
                int sum = 0;
                for (; i < keys.length && (int) (keys[i] >> 1) == place; i++) {
                    sum += (keys[i] & 1) == 0 ? 1 : -1;
                }
                add(place, sum);
            }
        }
    }

    /** Gives every row length 1, to twelve digits: texts that say the same twice as often are alike. */
    static SparseRows normalized(SparseRows rows, TfidfVectorizer.Norm norm) {
        if (norm == TfidfVectorizer.Norm.NONE) {
            return rows;
        }
        var values = rows.values();
        for (int row = 0; row < rows.rows(); row++) {
            double sum = 0;
            for (int i = rows.starts()[row]; i < rows.starts()[row + 1]; i++) {
                sum +=
                        norm == TfidfVectorizer.Norm.L1
                                ? Math.abs(values[i])
                                : values[i] * values[i];
            }
            double length = norm == TfidfVectorizer.Norm.L1 ? sum : Math.sqrt(sum);
            for (int i = rows.starts()[row]; i < rows.starts()[row + 1] && length > 0; i++) {
                values[i] = TwelveDigits.of(values[i] / length);
            }
        }
        return rows;
    }
}
