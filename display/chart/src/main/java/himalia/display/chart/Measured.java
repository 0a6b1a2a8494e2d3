package himalia.display.chart;

import himalia.display.chart.data.Aggregate;
import himalia.display.chart.data.Group;
import java.util.List;

/** What becomes one mark: the rows of each group, counted or taken together. */
final class Measured {
    private Measured() {}

    /** Returns one value for each group; NaN where there is no row, and a count of 0. */
    static double[] of(Plan plan, List<Group> groups, String by) {
        var values = new double[groups.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = one(plan, groups.get(i), by);
        }
        return values;
    }

    /** Returns what is measured, in words: {@code temp}, {@code mean of temp}, {@code rows}. */
    static String label(Plan plan) {
        if (plan.ys.isEmpty()) {
            return "rows";
        }
        var y = plan.ys.get(0);
        return plan.aggregate == null ? y : plan.aggregate.of(y);
    }

    private static double one(Plan plan, Group group, String by) {
        var rows = group.rows();
        if (plan.ys.isEmpty()) {
            return rows.length;
        }
        var y = plan.table.column(plan.ys.get(0)).at(rows);
        if (plan.aggregate != null) {
            return rows.length == 0 && plan.aggregate != Aggregate.COUNT
                    ? Double.NaN
                    : plan.aggregate.of(y);
        }
        if (rows.length > 1) {
            throw new IllegalArgumentException(
                    "%,d rows have %s '%s'; say how they become one: .mean(), .sum(), .count()"
                            .formatted(rows.length, by, group.name()));
        }
        return rows.length == 0 ? Double.NaN : y[0];
    }
}
