package himalia.display.chart.data;

import himalia.display.bundle.JdbcTimes;
import himalia.display.chart.mark.Moments;
import himalia.display.chart.mark.Numbers;
import himalia.display.chart.mark.TimeForm;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table as charts read it.
 *
 * @param name what it is called
 * @param kind what it holds
 * @param values numbers, milliseconds since 1970, or places in {@code levels}; NaN where one is missing
 * @param levels the different texts in their order; empty for numbers and times
 * @param form how its times are written, if it holds any
 */
public record DataColumn(
        String name, Kind kind, Numbers values, List<String> levels, TimeForm form) {
    /** What a missing value is called among names. */
    public static final String MISSING = "missing";

    /** What a column holds. */
    public enum Kind {
        NUMBERS("numbers"),
        TIMES("times"),
        TEXTS("text"),
        FLAGS("true and false");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** Returns the kind as messages name it. */
        public String words() {
            return words;
        }
    }

    public DataColumn {
        levels = List.copyOf(levels);
    }

    public DataColumn(String name, Kind kind, Numbers values, List<String> levels) {
        this(name, kind, values, levels, TimeForm.MOMENT);
    }

    /** Returns a column of numbers. */
    public static DataColumn numbers(String name, double... values) {
        return new DataColumn(name, Kind.NUMBERS, Numbers.of(values), List.of());
    }

    /** Returns a column of what the values are: all numbers, all times, all booleans, else texts. */
    public static DataColumn of(String name, List<?> all) {
        var values = all.stream().map(v -> v == null ? null : JdbcTimes.plain(v)).toList();
        var given = values.stream().filter(Objects::nonNull).toList();
        if (!given.isEmpty() && given.stream().allMatch(Number.class::isInstance)) {
            return read(name, Kind.NUMBERS, values, v -> ((Number) v).doubleValue());
        }
        if (!given.isEmpty() && given.stream().allMatch(v -> Moments.millis(v).isPresent())) {
            var forms = given.stream().map(TimeForm::of).distinct().toList();
            return read(name, Kind.TIMES, values, v -> Moments.millis(v).orElseThrow())
                    .written(forms.size() == 1 ? forms.get(0) : TimeForm.MOMENT);
        }
        if (!given.isEmpty() && given.stream().allMatch(Boolean.class::isInstance)) {
            var flags = read(name, Kind.FLAGS, values, v -> Boolean.TRUE.equals(v) ? 1 : 0);
            return new DataColumn(name, Kind.FLAGS, flags.values(), List.of("false", "true"));
        }
        return texts(name, values);
    }

    private interface Reader {
        double number(Object value);
    }

    private static DataColumn read(String name, Kind kind, List<?> values, Reader reader) {
        var numbers = new double[values.size()];
        int row = 0;
        for (var value : values) {
            numbers[row++] = value == null ? Double.NaN : reader.number(value);
        }
        return new DataColumn(name, kind, Numbers.of(numbers), List.of());
    }

    /** Returns a column of names in the order in which they first come, those of an enum in its own. */
    public static DataColumn texts(String name, List<?> values) {
        var places = new HashMap<Object, Integer>();
        var levels = new ArrayList<@Nullable Object>();
        var codes = new double[values.size()];
        int row = 0;
        for (var value : values) {
            if (value == null) {
                codes[row++] = Double.NaN;
                continue;
            }
            var place = places.get(value);
            if (place == null) {
                place = levels.size();
                places.put(value, place);
                levels.add(value);
            }
            codes[row++] = place;
        }
        var column =
                new DataColumn(
                        name,
                        Kind.TEXTS,
                        Numbers.of(codes),
                        levels.stream().map(String::valueOf).toList());
        return levels.stream().allMatch(Enum.class::isInstance)
                ? column.ordered(Comparator.comparing(i -> ((Enum<?>) levels.get(i)).ordinal()))
                : column;
    }

    private DataColumn ordered(Comparator<Integer> order) {
        var old = new Integer[levels.size()];
        Arrays.setAll(old, i -> i);
        Arrays.sort(old, order);
        var places = new int[old.length];
        for (int i = 0; i < old.length; i++) {
            places[old[i]] = i;
        }
        return new DataColumn(
                name,
                kind,
                values.map(code -> Double.isNaN(code) ? code : places[(int) code]),
                Arrays.stream(old).map(levels::get).toList());
    }

    private DataColumn written(TimeForm newForm) {
        return new DataColumn(name, kind, values, levels, newForm);
    }

    /** Returns the column with its times written as those that begin a unit. */
    public DataColumn by(ChronoUnit unit) {
        return written(form.by(unit));
    }

    public int size() {
        return values.size();
    }

    /** Returns whether values are places of names, and not amounts. */
    public boolean isNamed() {
        return kind == Kind.TEXTS;
    }

    /** Returns the column as names: numbers and times in their order, what is missing as the last of them. */
    public DataColumn named(DoubleFunction<String> write) {
        var named = levels.isEmpty() ? written(write) : this;
        if (named.values.stream().noneMatch(Double::isNaN)) {
            return new DataColumn(name, Kind.TEXTS, named.values, named.levels);
        }
        var all = new ArrayList<>(named.levels);
        int missing = all.size();
        all.add(MISSING);
        return new DataColumn(
                name, Kind.TEXTS, named.values.map(v -> Double.isNaN(v) ? missing : v), all);
    }

    private DataColumn written(DoubleFunction<String> write) {
        var sorted = values.stream().filter(v -> !Double.isNaN(v)).sorted().distinct().toArray();
        Map<Double, Integer> places = new HashMap<>();
        for (int i = 0; i < sorted.length; i++) {
            places.put(sorted[i], i);
        }
        return new DataColumn(
                name,
                Kind.TEXTS,
                values.map(v -> Double.isNaN(v) ? v : places.get(v)),
                Arrays.stream(sorted).mapToObj(write).toList());
    }

    /** Returns the values at these rows. */
    public double[] at(int[] rows) {
        return Arrays.stream(rows).mapToDouble(values::at).toArray();
    }
}
