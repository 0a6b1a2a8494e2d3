package himalia.display.chart;

import himalia.display.chart.data.DataColumn;
import himalia.display.chart.mark.Moments;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Times as the names of their days, months or years, also of those between which no row has. */
final class UnitNames {
    private static final int MOST = 2000;

    private UnitNames() {}

    static DataColumn of(DataColumn column, ChronoUnit unit, int[] rows) {
        var begins = column.values().map(time -> Moments.begin(time, unit));
        var levels = new ArrayList<String>();
        Map<Double, Integer> places = new HashMap<>();
        var last = begins.max();
        var next = begins.min();
        while (next <= last && levels.size() <= MOST) {
            places.put(next, levels.size());
            levels.add(Moments.name(next, unit, column.form()));
            var after = Moments.time(next).plus(1, unit);
            next = after.toEpochSecond(ZoneOffset.UTC) * 1e3;
        }
        if (levels.size() > MOST) {
            throw new IllegalArgumentException(
                    "column '%s' spans more than %,d %s; take longer units"
                            .formatted(
                                    column.name(),
                                    MOST,
                                    unit.toString().toLowerCase(java.util.Locale.ROOT)));
        }
        return new DataColumn(
                        column.name(),
                        DataColumn.Kind.TEXTS,
                        begins.map(t -> Double.isNaN(t) ? t : places.get(t)),
                        levels.isEmpty() ? List.of() : levels)
                .named(String::valueOf);
    }
}
