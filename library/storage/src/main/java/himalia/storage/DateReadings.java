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
    /** The end of a day, 24:00, is no time of a table. */
    private static final String CLOCK = "([01]?[0-9]|2[0-3]):[0-9]{2}(:[0-9]{2}(\\.%s)?)?";

    /** The decimals of a table's times end with milliseconds: others would become texts, and not as they are written. */
    private static final String MILLIS = CLOCK.formatted("[0-9]{1,3}0*");

    private static final String MICROS = CLOCK.formatted("[0-9]{1,6}");

    /** Greenwich; elsewhere the hours before or behind it would be lost. */
    private static final String ZONE = "(Z|\\+00(:?00)?)";

    /** Before Christ as DuckDB writes it, which is how we do. */
    private static final String ISO = "[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}( [(]BC[)])?";

    private static final String YEAR_FIRST = "[0-9]{4}%1$s[0-9]{1,2}%1$s[0-9]{1,2}";

    private static final String YEAR_LAST = "[0-9]{1,2}%1$s[0-9]{1,2}%1$s[0-9]{4}";

    private static final String MINUTES = " [0-9]{1,2}:[0-9]{2}";

    private static final String SECONDS = MINUTES + ":[0-9]{2}";

    private DateReadings() {}

    /** A time of the day, which no date format is about. */
    static ColumnReading clock(boolean isTable) {
        return ColumnReading.cast("TIME", isTable ? MILLIS : MICROS);
    }

    static List<ColumnReading> all(boolean isTable) {
        var clock = isTable ? MILLIS : MICROS;
        var readings = new ArrayList<ColumnReading>();
        readings.add(ColumnReading.cast("DATE", ISO));
        readings.add(ColumnReading.cast("TIMESTAMP", ISO + "([ T]" + clock + ")?"));
        readings.add(ColumnReading.cast("TIMESTAMPTZ", ISO + "[ T]" + clock + ZONE));
        readings.addAll(both(YEAR_FIRST.formatted("/"), "%Y/%m/%d"));
        // A month stands before a slash or a dash in some countries, before a dot in none.
        readings.addAll(both(YEAR_LAST.formatted("[.]"), "%d.%m.%Y"));
        for (var between : List.of("/", "-")) {
            var form = YEAR_LAST.formatted(between);
            var dayFirst = both(form, String.join(between, "%d", "%m", "%Y"));
            var monthFirst = both(form, String.join(between, "%m", "%d", "%Y"));
            for (int i = 0; i < dayFirst.size(); i++) {
                readings.add(unlike(dayFirst.get(i), monthFirst.get(i)));
                readings.add(unlike(monthFirst.get(i), dayFirst.get(i)));
            }
        }
        return readings;
    }

    /** As the user says. */
    static ColumnReading said(DatePattern pattern) {
        return reading(pattern.timed(), pattern.form(), pattern.letters());
    }

    /** Nobody knows which of two is meant until a text is written as one of them alone. */
    private static ColumnReading unlike(ColumnReading reading, ColumnReading rival) {
        // A missing value and a mark are written as neither, and show nothing.
        return reading.where(
                text -> reading.fits().apply(text) + " AND NOT (" + rival.fits().apply(text) + ")");
    }

    /** As days, and with a time of the day. */
    private static List<ColumnReading> both(String form, String letters) {
        return List.of(
                reading(false, form, letters),
                reading(
                        true,
                        form + "(" + MINUTES + "|" + SECONDS + ")",
                        letters + " %H:%M:%S",
                        letters + " %H:%M"));
    }

    private static ColumnReading reading(boolean timed, String form, String... letters) {
        var type = timed ? "TIMESTAMP" : "DATE";
        var formats =
                Stream.of(letters).map(CsvScan::quoted).collect(Collectors.joining(", ", "[", "]"));
        return ColumnReading.of(
                        type,
                        text ->
                                ColumnReading.matches(text, form)
                                        + " AND try_strptime(trim(%s), %s) IS NOT NULL"
                                                .formatted(text, formats),
                        text -> "CAST(strptime(trim(%s), %s) AS %s)".formatted(text, formats, type))
                // Without the rows that tell, or beside a date of another form, it would be a text.
                .ofFile();
    }
}
