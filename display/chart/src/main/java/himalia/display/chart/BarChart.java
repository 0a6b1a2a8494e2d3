package himalia.display.chart;

import himalia.display.chart.mark.Figure;
import java.time.temporal.ChronoUnit;

/**
 * Bars from a table: one for each name, or a group of them.
 *
 * <pre>{@code
 * Charts.bar(people).x("city")                               // how many rows each city has
 * Charts.bar(sales).x("date", ChronoUnit.MONTHS).y("amount").sum().by("shop").stacked()
 * }</pre>
 *
 * @param plan which columns are shown, and how
 * @param look how the bars stand
 */
public record BarChart(Plan plan, Look look)
        implements AxesChart<BarChart>, AggregatedChart<BarChart> {
    /**
     * How bars stand.
     *
     * @param isStacked true for bars on top of each other
     * @param isShared true for shares of each bar
     * @param isFlat true for bars from the left
     * @param isSorted true for the longest first
     * @param most how many are shown, the longest of them; 0 for all
     */
    public record Look(
            boolean isStacked, boolean isShared, boolean isFlat, boolean isSorted, int most) {}

    static BarChart of(Plan plan) {
        return new BarChart(plan, new Look(false, false, false, false, 0));
    }

    /** Names the column that has a bar for each of its values. */
    public BarChart x(String column) {
        return with(plan.x(column));
    }

    /** Names the times that have a bar for each day, month or year. */
    public BarChart x(String column, ChronoUnit unit) {
        return with(plan.x(column, unit));
    }

    /** Names the column that is measured; without it rows are counted. */
    public BarChart y(String column) {
        return with(plan.y(column));
    }

    /** Puts bars of one name on top of each other, in place of beside. */
    public BarChart stacked() {
        return look(new Look(true, false, look.isFlat, look.isSorted, look.most));
    }

    /** Puts bars of one name on top of each other, each as its share of all of them, in percent; colours are told apart by {@code by}. */
    public BarChart shares() {
        return look(new Look(true, true, look.isFlat, look.isSorted, look.most));
    }

    /** Draws bars from the left: for long names and many of them. */
    public BarChart flat() {
        return look(new Look(look.isStacked, look.isShared, true, look.isSorted, look.most));
    }

    /** Puts the longest bar first. */
    public BarChart sorted() {
        return look(new Look(look.isStacked, look.isShared, look.isFlat, true, look.most));
    }

    /** Shows the longest bars alone, the longest first. */
    public BarChart top(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("top shows at least 1 bar, got " + count);
        }
        return look(new Look(look.isStacked, look.isShared, look.isFlat, true, count));
    }

    private BarChart look(Look newLook) {
        return new BarChart(plan, newLook);
    }

    @Override
    public BarChart with(Plan newPlan) {
        return new BarChart(newPlan, look);
    }

    @Override
    public Figure figure() {
        return TableBars.figure(plan.measured("the y of a bar"), look);
    }

    @Override
    public String toString() {
        return PictureOrWords.text(this);
    }
}
