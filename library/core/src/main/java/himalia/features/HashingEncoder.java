package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.InterruptCheck;
import himalia.model.Feature;
import himalia.model.Provenance;
import himalia.model.UnfitCell;
import himalia.onnx.OnnxGraph;
import himalia.onnx.OnnxValue;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Spreads columns over a fixed number of new ones by a hash of their values: nothing is learnt, and no value is unknown.
 *
 * <pre>{@code
 * new HashingEncoder(64, List.of("city", "street")).fit(train, "churned").apply(test)   // hash_0 to hash_63
 * }</pre>
 *
 * <p>Its numbers are those of scikit-learn's {@code FeatureHasher} of rows as dictionaries; that it makes eight columns where nobody says how many is
 * category_encoders' default, since scikit-learn's 1,048,576 are too many for a table. A text counts as {@code city=Oslo}, a number for itself under its
 * column's name, by MurmurHash3 with its sign. What is missing counts nothing.
 *
 * <p>In ONNX it takes ONNX Runtime's own {@code MurmurHash3}, which its standard builds have; see {@link Onnx}.
 *
 * @param features how many columns come
 * @param columns which columns, of texts, numbers or booleans; empty for all categories
 */
public record HashingEncoder(int features, List<String> columns) implements Step {
    private static final int MOST = 10_000;

    public HashingEncoder {
        given(columns, "columns");
        columns = List.copyOf(columns);
        if (features < 1 || features > MOST) {
            throw new IllegalArgumentException(
                    "features must be 1 to %,d columns, got %,d".formatted(MOST, features));
        }
    }

    /** Hashes the columns that are named, or every category. */
    public HashingEncoder(int features, String... columns) {
        this(features, Columns.named(columns));
    }

    /** Hashes columns into eight. */
    public HashingEncoder(List<String> columns) {
        this(8, columns);
    }

    /** Hashes the columns that are named, or every category, into eight columns. */
    public HashingEncoder(String... columns) {
        this(Columns.named(columns));
    }

    /** Returns true where its columns are named: which of all hold categories the rows tell. */
    @Override
    public boolean isStateless() {
        return !columns.isEmpty();
    }

    @Override
    public FittedStep fit(Table rows) {
        return fitted(rows, List.of());
    }

    /** Learns from a table with a label, whose name no new column gets. */
    @Override
    public FittedStep fit(Table table, String label) {
        return fitted(NewColumns.features(table, label, columns), List.of(label));
    }

    private FittedStep fitted(Table rows, List<String> others) {
        var chosen =
                Columns.chosen(
                        rows,
                        columns,
                        feature -> Columns.areCategoriesOrTexts(feature, columns),
                        name(),
                        "categories");
        var taken = NewColumns.of(rows, chosen.stream().map(Feature::name).toList(), others);
        var names =
                IntStream.range(0, features).mapToObj(each -> taken.add("hash_" + each)).toList();
        return new FittedHashing(this, chosen, names, Provenance.of(rows));
    }

    /** Which columns it hashes into which. */
    record FittedHashing(
            HashingEncoder step, List<Feature> reads, List<String> names, Provenance provenance)
            implements SharingStep {
        FittedHashing {
            reads = List.copyOf(reads);
            names = List.copyOf(names);
        }

        @Override
        public String toString() {
            return Learnt.line(this);
        }

        @Override
        public FittedHashing withoutRows() {
            return new FittedHashing(step, reads, names, Provenance.UNKNOWN);
        }

        @Override
        public Table sharing(Table table) {
            NewColumns.checkRoom(names.size(), table.rowCount(), step.name());
            var sums = new double[names.size()][table.rowCount()];
            Map<String, List<Column<?>>> instead = new HashMap<>();
            for (var read : reads) {
                var column = Tables.column(table, read.name());
                Columns.check(read, column, step.name());
                add(column, sums);
                instead.put(read.name(), List.of());
            }
            var made = new ArrayList<Column<?>>();
            for (int k = 0; k < sums.length; k++) {
                made.add(DoubleColumn.create(names.get(k), sums[k]));
            }
            if (!reads.isEmpty()) {
                instead.put(reads.get(0).name(), made);
            }
            return Columns.replaced(table, instead, step.name());
        }

        @Override
        public String sql(String from) {
            return reads.isEmpty()
                    ? SqlText.select(Map.of(), from)
                    : SqlHashes.columns(reads, names, from);
        }

        @Override
        public void onnx(OnnxGraph graph) {
            Map<String, Map<String, OnnxValue>> instead = new HashMap<>();
            reads.forEach(read -> instead.put(read.name(), Map.of()));
            if (!reads.isEmpty()) {
                var made = OnnxHashes.columns(graph, reads, names.size());
                instead.put(reads.get(0).name(), OnnxParts.named(names, made));
            }
            graph.replace(instead);
        }

        private static void add(Column<?> column, double[][] sums) {
            int ofName = Murmur3.of(column.name());
            Map<String, Integer> known = new HashMap<>();
            var numbers =
                    column instanceof NumericColumn<?> each ? Tables.doubles(each) : new double[0];
            boolean isNumber = column instanceof NumericColumn<?>;
            var interrupt = new InterruptCheck();
            for (int row = 0; row < column.size(); row++) {
                interrupt.ask();
                if (Tables.isMissing(column, row)) {
                    continue;
                }
                int hash =
                        isNumber
                                ? ofName
                                : known.computeIfAbsent(
                                        Tables.level(column, row),
                                        level -> Murmur3.of(column.name() + "=" + level));
                double value = isNumber ? numbers[row] : 1;
                if (Double.isInfinite(value)) {
                    throw new UnfitCell(
                            column.name(),
                            row,
                            "is " + value + ", and nothing can be added to it",
                            "column '%s' is %s in row %d, and HashingEncoder adds numbers up; replace its infinite values"
                                    .formatted(column.name(), value, row));
                }
                sums[Murmur3.bucket(hash, sums.length)][row] += hash < 0 ? -value : value;
            }
        }
    }
}
