package himalia.display.chart.mark;

import java.time.LocalTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/** How the times of an axis are written: as much of them as its values say. */
public enum TimeForm {
    /** Dates, and dates with a time. */
    MOMENT,
    /** Times of day, kept as those of 1 January 1970. */
    CLOCK,
    MONTH,
    YEAR;

    /** Returns the form that a value has by its type. */
    public static TimeForm of(Object value) {
        return value instanceof LocalTime
                ? CLOCK
                : value instanceof YearMonth ? MONTH : value instanceof Year ? YEAR : MOMENT;
    }

    /** Returns the form of what begins a unit of times that have this form. */
    public TimeForm by(ChronoUnit unit) {
        return switch (unit) {
            case MONTHS -> MONTH;
            case YEARS, DECADES -> YEAR;
            default -> this;
        };
    }

    /** Returns whether times of this form lie within such a unit: no week has a month in it. */
    public boolean holds(ChronoUnit unit) {
        return switch (this) {
            case MOMENT -> true;
            case CLOCK -> unit.compareTo(ChronoUnit.DAYS) < 0;
            case MONTH -> unit.compareTo(ChronoUnit.MONTHS) >= 0;
            case YEAR -> unit.compareTo(ChronoUnit.YEARS) >= 0;
        };
    }

    /** Returns by which units times of this form are taken together, in words. */
    public String units() {
        return switch (this) {
            case MOMENT -> "any unit";
            case CLOCK -> "SECONDS, MINUTES or HOURS";
            case MONTH -> "MONTHS, YEARS or DECADES";
            case YEAR -> "YEARS or DECADES";
        };
    }

    /** Returns what such times are called. */
    public String plural() {
        return switch (this) {
            case MOMENT -> "times";
            case CLOCK -> "times of day";
            case MONTH -> "months";
            case YEAR -> "years";
        };
    }

    /** Returns the form of what lies between values: within a month there are days. */
    public TimeForm between() {
        return this == CLOCK ? CLOCK : MOMENT;
    }

    /** Writes a time, without the parts that say nothing: {@code 2024-03-01 14:30}, {@code 14:30}, {@code 2024-03}. */
    public String words(double millis) {
        var time = Moments.time(Math.rint(millis));
        var clock = time.toLocalTime();
        return switch (this) {
            case CLOCK -> clock.toString();
            case MONTH -> YearMonth.from(time).toString();
            case YEAR -> Year.from(time).toString();
            case MOMENT ->
                    clock.equals(LocalTime.MIDNIGHT)
                            ? time.toLocalDate().toString()
                            : time.toLocalDate() + " " + clock;
        };
    }
}
