package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.model.Feature;
import himalia.model.Provenance;
import himalia.onnx.OnnxOperator;
import himalia.onnx.OnnxValue;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Puts a number that comes round again on a circle, by sine and cosine: 23 o'clock is near 0 o'clock.
 *
 * <pre>{@code
 * new CyclicEncoder(24, "hour").fit(train, "churned").apply(test)   // hour_sin, hour_cos
 * }</pre>
 *
 * @param period how long a round is
 * @param columns which columns of numbers
 */
public record CyclicEncoder(double period, List<String> columns) implements Step {
    public CyclicEncoder {
        given(columns, "columns");
        columns = List.copyOf(columns);
        if (!(period > 0) || Double.isInfinite(period)) {
            throw new IllegalArgumentException(
                    "the period must be a number above 0, such as 24 for hours, got " + period);
        }
        if (columns.isEmpty()) {
            throw new IllegalArgumentException(
                    "name the columns that come round: new CyclicEncoder(24, \"hour\")");
        }
    }

    /** Puts the columns that are named on circles of one period. */
    public CyclicEncoder(double period, String... columns) {
        this(period, Columns.named(columns));
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
        for (var name : names) {
            NumberColumns.present(features, name, name());
        }
        var taken = NewColumns.of(features, names, others);
        var rules =
                names.stream()
                        .<ColumnRule>map(
                                name ->
                                        new Circle(
                                                period,
                                                taken.add(name + "_sin"),
                                                taken.add(name + "_cos")))
                        .toList();
        return new FittedRules(this, chosen, rules, Provenance.of(features));
    }

    /**
     * A number's place on a circle, to twelve digits, since hours that lie opposite each other have one sine. What is left of
     * whole rounds has all digits of the number, and an angle of many rounds has not.
     */
    record Circle(double period, String sine, String cosine) implements ColumnRule {
        @Override
        public boolean isOfNumbers() {
            return true;
        }

        @Override
        public List<Column<?>> apply(Column<?> column) {
            var numbers = Tables.doubles((NumericColumn<?>) column);
            var sines = new double[numbers.length];
            var cosines = new double[numbers.length];
            for (int row = 0; row < numbers.length; row++) {
                double angle = 2 * Math.PI * (numbers[row] % period) / period;
                sines[row] = TwelveDigits.of(Math.sin(angle));
                cosines[row] = TwelveDigits.of(Math.cos(angle));
            }
            var both = new ArrayList<Column<?>>();
            both.add(DoubleColumn.create(sine, sines));
            both.add(DoubleColumn.create(cosine, cosines));
            return both;
        }

        @Override
        public Map<String, String> sql(Feature feature) {
            var angle =
                    "2 * pi() * (%1$s %% %2$s) / %2$s"
                            .formatted(SqlText.number(feature), SqlText.number(period));
            var both = new LinkedHashMap<String, String>();
            both.put(sine, TwelveDigits.sql("sin(" + angle + ")"));
            both.put(cosine, TwelveDigits.sql("cos(" + angle + ")"));
            return both;
        }

        @Override
        public Map<String, OnnxValue> onnx(Feature feature, OnnxValue column) {
            var angle = remainder(column).times(2 * Math.PI).over(period);
            var both = new LinkedHashMap<String, OnnxValue>();
            both.put(sine, TwelveDigits.onnx(angle.by("Sin")));
            // ONNX Runtime has no cosine of doubles.
            both.put(cosine, TwelveDigits.onnx(angle.plus(Math.PI / 2).by("Sin")));
            return both;
        }

        private OnnxValue remainder(OnnxValue column) {
            var operator = new OnnxOperator("Mod").with("fmod", 1L);
            var round = column.graph().number(period);
            return column.graph().node(operator, column.type(), 1, column, round);
        }
    }
}
