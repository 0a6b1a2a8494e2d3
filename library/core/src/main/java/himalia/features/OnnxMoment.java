package himalia.features;

import himalia.features.DateParts.Part;
import himalia.model.Feature;
import himalia.onnx.OnnxType;
import himalia.onnx.OnnxValue;

/**
 * The parts of days since 1970, or of microseconds, in a graph of ONNX, which knows no dates.
 *
 * <p>The days of a month by H. Hinnant's {@code civil_from_days}: years of 400, which are all alike, begin in March.
 */
final class OnnxMoment {
    private static final long DAY = 86_400_000_000L;
    private static final long SECOND = 1_000_000;
    private static final long TO_MARCH_OF_YEAR_0 = 719_468;
    private static final long TO_YEAR_1 = 719_162;

    private final OnnxValue isMissing;
    private final OnnxValue days;
    private final OnnxValue seconds;

    OnnxMoment(Feature.Type type, OnnxValue column) {
        isMissing = column.isMissing();
        var there = isMissing.choose(column.graph().integer(0), column);
        boolean isDay = type == Feature.Type.DATE;
        days = isDay ? there : there.floorOver(DAY);
        seconds = isDay ? there : there.modulo(DAY).over(SECOND);
    }

    OnnxValue part(Part part) {
        var graph = days.graph();
        var value =
                switch (part) {
                    case YEAR -> year();
                    case QUARTER -> month().plus(2).over(3);
                    case MONTH -> month();
                    case DAY -> dayOfMonth();
                    case DAY_OF_WEEK -> dayOfWeek();
                    case DAY_OF_YEAR -> days.minus(newYear()).plus(1);
                    case IS_WEEKEND -> graph.integer(5).isBelow(dayOfWeek());
                    case HOUR -> seconds.over(3600);
                    case MINUTE -> seconds.over(60).modulo(60);
                    case SECOND -> seconds.modulo(60);
                };
        return isMissing.choose(graph.number(Double.NaN), value.as(OnnxType.NUMBER));
    }

    /** The first of January 1970 was a Thursday. */
    private OnnxValue dayOfWeek() {
        return days.plus(3).modulo(7).plus(1);
    }

    private OnnxValue fromMarch() {
        return days.plus(TO_MARCH_OF_YEAR_0);
    }

    private OnnxValue dayOfEra() {
        return fromMarch().modulo(146_097);
    }

    private OnnxValue yearOfEra() {
        var day = dayOfEra();
        return day.minus(day.over(1460)).plus(day.over(36_524)).minus(day.over(146_096)).over(365);
    }

    private OnnxValue dayFromMarch() {
        var year = yearOfEra();
        return dayOfEra().minus(year.times(365).plus(year.over(4)).minus(year.over(100)));
    }

    private OnnxValue monthFromMarch() {
        return dayFromMarch().times(5).plus(2).over(153);
    }

    private OnnxValue dayOfMonth() {
        return dayFromMarch().minus(monthFromMarch().times(153).plus(2).over(5)).plus(1);
    }

    private OnnxValue month() {
        var month = monthFromMarch();
        return month.isBelow(10).choose(month.plus(3), month.minus(9));
    }

    private OnnxValue year() {
        var year = fromMarch().floorOver(146_097).times(400).plus(yearOfEra());
        return year.plus(month().isBelow(3).as(OnnxType.INTEGER));
    }

    /** Days to the first of the year. */
    private OnnxValue newYear() {
        var before = year().minus(1);
        return before.times(365)
                .plus(before.floorOver(4))
                .minus(before.floorOver(100))
                .plus(before.floorOver(400))
                .minus(TO_YEAR_1);
    }
}
