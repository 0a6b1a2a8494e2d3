package himalia.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How dates and times are written in a CSV file: as the user says, as ISO does, and in day, month and year where the days
 * past the twelfth show which is which.
 */
final class DateReadings {
    private static final String CLOCK = "[0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,6})?)?";

    private static final String ISO = "[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}";

    private static final String YEAR_FIRST = "[0-9]{4}%1$s[0-9]{1,2}%1$s[0-9]{1,2}";

    private static final String YEAR_LAST = "[0-9]{1,2}%1$s[0-9]{1,2}%1$s[0-9]{4}";

    private static final String MINUTES = " [0-9]{1,2}:[0-9]{2}";

    private static final String SECONDS = MINUTES + ":[0-9]{2}";

    private DateReadings() {}

    static List<ColumnReading> all() {
        var readings = new ArrayList<ColumnReading>();
        readings.add(ColumnReading.cast("TIME", CLOCK));
        readings.add(ColumnReading.cast("DATE", ISO));
        readings.add(ColumnReading.cast("TIMESTAMP", ISO + "([ T]" + CLOCK + ")?"));
        add(readings, YEAR_FIRST.formatted("/"), "%Y/%m/%d", false);
        // A month stands before a slash or a dash in some countries, before a dot in none.
        add(readings, YEAR_LAST.formatted("[.]"), "%d.%m.%Y", false);
        for (var between : List.of("/", "-")) {
            var form = YEAR_LAST.formatted(between);
            add(readings, form, String.join(between, "%d", "%m", "%Y"), true);
            add(readings, form, String.join(between, "%m", "%d", "%Y"), true);
        }
        return readings;
    }

    /** As the user says. */
    static ColumnReading said(DatePattern pattern) {
        return reading(pattern.timed(), "(?s:.*)", false, pattern.letters());
    }

    private static void add(
            List<ColumnReading> readings, String form, String letters, boolean rival) {
        readings.add(reading(false, form, rival, letters));
        readings.add(
                reading(
                        true,
                        form + "(" + MINUTES + "|" + SECONDS + ")",
                        rival,
                        letters + " %H:%M:%S",
                        letters + " %H:%M"));
    }

    private static ColumnReading reading(
            boolean timed, String form, boolean rival, String... letters) {
        var type = timed ? "TIMESTAMP" : "DATE";
        var formats =
                Stream.of(letters).map(CsvScan::quoted).collect(Collectors.joining(", ", "[", "]"));
        return new ColumnReading(
                type,
                text ->
                        ColumnReading.matches(text, form)
                                + " AND try_strptime(trim(%s), %s) IS NOT NULL"
                                        .formatted(text, formats),
                text -> "CAST(strptime(trim(%s), %s) AS %s)".formatted(text, formats, type),
                rival);
    }
}
