package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.model.Feature;
import himalia.model.Provenance;
import himalia.onnx.OnnxValue;
import himalia.table.ColumnNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Puts a number that tells a place in a sequence on several circles, from a fast one to a very slow one, so that a model sees what is near
 * and what is far: sin(p / 10000<sup>2i/size</sup>) and cos of the same, for i from 0.
 *
 * <pre>{@code
 * new PositionalEncoder(8, "word").fit(train).apply(test)   // word_sin0, word_cos0, … word_sin3, word_cos3
 * }</pre>
 *
 * <p>A. Vaswani and others (2017): Attention Is All You Need, section 3.5. For what comes round again, such as hours, see {@link
 * CyclicEncoder}.
 *
 * @param size how many columns come of each, an even number from 2 to 1,024
 * @param columns which columns of numbers
 */
public record PositionalEncoder(int size, List<String> columns) implements Step {
    private static final double SLOWEST = 10_000;
    private static final int MOST = 1024;

    public PositionalEncoder {
        given(columns, "columns");
        columns = List.copyOf(columns);
        if (size < 2 || size > MOST || size % 2 != 0) {
            throw new IllegalArgumentException(
                    "size must be an even number from 2 to %d, for a sine and a cosine each, got %d"
                            .formatted(MOST, size));
        }
        if (columns.isEmpty()) {
            throw new IllegalArgumentException(
                    "name the columns that tell a place: new PositionalEncoder(8, \"word\")");
        }
    }

    /** Puts the columns that are named on circles. */
    public PositionalEncoder(int size, String... columns) {
        this(size, Columns.named(columns));
    }

    /** Returns true: it does the same whatever rows it was fitted on. */
    @Override
    public boolean isStateless() {
        return true;
    }

    @Override
    public FittedStep fit(Table features) {
        return fitted(features, List.of());
    }

    /** Learns from a table with a label, whose name no new column gets. */
    @Override
    public FittedStep fit(Table table, String label) {
        return fitted(NewColumns.features(table, label, columns), List.of(label));
    }

    private FittedStep fitted(Table features, List<String> others) {
        var chosen = Columns.chosen(features, columns, Columns::areNumbers, name(), "numbers");
        var names = chosen.stream().map(Feature::name).toList();
        var taken = NewColumns.of(features, names, others);
        var rules = names.stream().<ColumnRule>map(name -> waves(name, taken)).toList();
        return new FittedRules(this, chosen, rules, Provenance.of(features));
    }

    private Waves waves(String name, ColumnNames taken) {
        var circles = new ArrayList<CyclicEncoder.Circle>();
        for (int i = 0; i < size / 2; i++) {
            circles.add(
                    new CyclicEncoder.Circle(
                            2 * Math.PI * Math.pow(SLOWEST, 2.0 * i / size),
                            taken.add(name + "_sin" + i),
                            taken.add(name + "_cos" + i)));
        }
        return new Waves(circles);
    }

    /** A number's place on each of several circles. */
    record Waves(List<CyclicEncoder.Circle> circles) implements ColumnRule {
        Waves {
            circles = List.copyOf(circles);
        }

        @Override
        public boolean isOfNumbers() {
            return true;
        }

        List<String> names() {
            return circles.stream()
                    .flatMap(circle -> Stream.of(circle.sine(), circle.cosine()))
                    .toList();
        }

        @Override
        public List<Column<?>> apply(Column<?> column) {
            var all = new ArrayList<Column<?>>();
            circles.forEach(circle -> all.addAll(circle.apply(column)));
            return all;
        }

        @Override
        public Map<String, String> sql(Feature feature) {
            var all = new LinkedHashMap<String, String>();
            circles.forEach(circle -> all.putAll(circle.sql(feature)));
            return all;
        }

        @Override
        public Map<String, OnnxValue> onnx(Feature feature, OnnxValue column) {
            var all = new LinkedHashMap<String, OnnxValue>();
            circles.forEach(circle -> all.putAll(circle.onnx(feature, column)));
            return all;
        }
    }
}
