package himalia.display.chart;

import himalia.display.chart.data.Aggregate;

/**
 * A chart from a table in which several rows can become one mark.
 *
 * <pre>{@code
 * Charts.bar(weather).x("city").y("temp").mean()
 * }</pre>
 *
 * @param <C> what each step returns
 */
public interface AggregatedChart<C extends AggregatedChart<C>> extends TableChart<C> {
    /** Shows the mean of the rows at one place. */
    default C mean() {
        return with(plan().aggregate(Aggregate.MEAN));
    }

    /** Shows the middle value of the rows at one place. */
    default C median() {
        return with(plan().aggregate(Aggregate.MEDIAN));
    }

    /** Shows the sum of the rows at one place. */
    default C sum() {
        return with(plan().aggregate(Aggregate.SUM));
    }

    /** Shows how many values of y there are at one place, without a y how many rows. */
    default C count() {
        return with(plan().aggregate(Aggregate.COUNT));
    }

    /** Shows the least of the rows at one place. */
    default C min() {
        return with(plan().aggregate(Aggregate.MIN));
    }

    /** Shows the most of the rows at one place. */
    default C max() {
        return with(plan().aggregate(Aggregate.MAX));
    }
}
