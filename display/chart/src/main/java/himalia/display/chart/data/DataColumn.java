package himalia.display.chart.data;

import himalia.display.bundle.JdbcTimes;
import himalia.display.bundle.PresentValue;
import himalia.display.chart.mark.Moments;
import himalia.display.chart.mark.Numbers;
import himalia.display.chart.mark.TimeForm;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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
 * @param own the numbers as they were given, where a double says less than they; else empty
 */
public record DataColumn(
        String name,
        Kind kind,
        Numbers values,
        List<String> levels,
        TimeForm form,
        List<? extends @Nullable Object> own) {
    /** What a missing value is called among names. */
    public static final String MISSING = "missing";

    /** What an empty text is called among names: a name without letters nobody sees. */
    private static final String EMPTY = "(empty)";

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
        // Missing ones are null, which List.copyOf takes for an error.
        own = Collections.unmodifiableList(new ArrayList<>(own));
    }

    public DataColumn(String name, Kind kind, Numbers values, List<String> levels) {
        this(name, kind, values, levels, TimeForm.MOMENT, List.of());
    }

    /** Returns a column of numbers. */
    public static DataColumn numbers(String name, double... values) {
        return new DataColumn(name, Kind.NUMBERS, Numbers.of(values), List.of());
    }

    /** Returns a column of what the values are: all numbers, all times, all booleans, else texts. */
    public static DataColumn of(String name, List<?> all) {
        var values =
                all.stream()
                        .map(PresentValue::of)
                        .map(v -> v == null ? null : JdbcTimes.plain(v))
                        .toList();
        var given = values.stream().filter(Objects::nonNull).toList();
        if (!given.isEmpty() && given.stream().allMatch(Number.class::isInstance)) {
            var numbers = read(name, Kind.NUMBERS, values, v -> ((Number) v).doubleValue());
            return OwnDigits.areLost(values)
                    ? new DataColumn(
                            name, Kind.NUMBERS, numbers.values(), List.of(), numbers.form, values)
                    : numbers;
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
        var places = new HashMap<String, Integer>();
        var levels = new ArrayList<@Nullable Object>();
        var codes = new double[values.size()];
        int row = 0;
        for (var value : values) {
            if (value == null) {
                codes[row++] = Double.NaN;
                continue;
            }
            // What reads the same is one name, else one of two was lost in the picture.
            var place = places.get(nameOf(value));
            if (place == null) {
                place = levels.size();
                places.put(nameOf(value), place);
                levels.add(value);
            }
            codes[row++] = place;
        }
        var column =
                new DataColumn(
                        name,
                        Kind.TEXTS,
                        Numbers.of(codes),
                        levels.stream().map(DataColumn::nameOf).toList());
        return levels.stream().allMatch(Enum.class::isInstance)
                ? column.ordered(Comparator.comparing(i -> ((Enum<?>) levels.get(i)).ordinal()))
                : column;
    }

    /** Returns a value as a name: {@code missing} for none, {@code (empty)} for an empty text. */
    public static String nameOf(@Nullable Object value) {
        var name = value == null ? MISSING : String.valueOf(value);
        return name.isEmpty() ? EMPTY : name;
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
        return new DataColumn(name, kind, values, levels, newForm, own);
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

    /** Returns the column as names: numbers and times in their order, what is missing as the last of them, or with a text that says so. */
    public DataColumn named(DoubleFunction<String> write) {
        var named =
                !levels.isEmpty()
                        ? this
                        : own.isEmpty() ? written(write) : OwnDigits.named(this, write);
        if (named.values.stream().noneMatch(Double::isNaN)) {
            return new DataColumn(name, Kind.TEXTS, named.values, named.levels);
        }
        var all = new ArrayList<>(named.levels);
        if (!all.contains(MISSING)) {
            all.add(MISSING);
        }
        int missing = all.indexOf(MISSING);
        return new DataColumn(
                name, Kind.TEXTS, named.values.map(v -> Double.isNaN(v) ? missing : v), all);
    }

    private DataColumn written(DoubleFunction<String> write) {
        // Adding 0 makes -0.0 the 0 that it equals.
        var plain = values.map(v -> v + 0.0);
        var sorted = plain.stream().filter(v -> !Double.isNaN(v)).sorted().distinct().toArray();
        Map<Double, Integer> places = new HashMap<>();
        for (int i = 0; i < sorted.length; i++) {
            places.put(sorted[i], i);
        }
        return new DataColumn(
                name,
                Kind.TEXTS,
                plain.map(v -> Double.isNaN(v) ? v : places.get(v)),
                Arrays.stream(sorted).mapToObj(write).toList());
    }

    /** Returns the values at these rows. */
    public double[] at(int[] rows) {
        return Arrays.stream(rows).mapToDouble(values::at).toArray();
    }
}
