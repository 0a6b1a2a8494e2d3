package himalia.display.chart.draw;

import himalia.display.chart.mark.Moments;
import himalia.display.chart.mark.TimeForm;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where years, months, days, hours, minutes or seconds begin, about as many as fit. The steps are those of matplotlib's
 * {@code AutoDateLocator}; what all ticks have in common is said once, beside the axis.
 */
final class TimeTicks {
    /** What ticks count, and by how many of it they may step. */
    private enum Step {
        YEARS(ChronoUnit.YEARS, 1, 2, 4, 5, 10, 20, 40, 50, 100, 200, 400, 500, 1000),
        MONTHS(ChronoUnit.MONTHS, 1, 2, 3, 4, 6),
        DAYS(ChronoUnit.DAYS, 1, 2, 4, 7, 14),
        HOURS(ChronoUnit.HOURS, 1, 2, 3, 4, 6, 12),
        MINUTES(ChronoUnit.MINUTES, 1, 5, 10, 15, 30),
        SECONDS(ChronoUnit.SECONDS, 1, 5, 10, 15, 30);

        private final ChronoUnit unit;
        private final int[] every;

        Step(ChronoUnit unit, int... every) {
            this.unit = unit;
            this.every = every;
        }
    }

    private final TimeForm form;
    private final double low;
    private final double high;
    private final LocalDateTime from;
    private final LocalDateTime to;

    private TimeTicks(TimeForm form, double low, double high) {
        this.form = form;
        this.low = low;
        this.high = high;
        this.from = Moments.time(low);
        this.to = Moments.time(high);
    }

    /** Returns at most about {@code most} ticks between two times, in milliseconds. */
    static Ticks of(TimeForm form, double low, double high, int most) {
        if (Math.abs(low) > 3e14 || Math.abs(high) > 3e14) {
            return Ticks.NONE;
        }
        return new TimeTicks(form, low, high).ticks(Math.max(3, most));
    }

    private Ticks ticks(int most) {
        int least = Math.max(2, most / 2);
        for (var step : Step.values()) {
            var count = step.unit.between(from, to);
            if (count < least && !isFinest(step)) {
                continue;
            }
            int every = step.every[step.every.length - 1];
            for (int i = step.every.length - 1; i >= 0; i--) {
                every = count <= (long) step.every[i] * (most - 1) ? step.every[i] : every;
            }
            var values = values(step, every);
            return new Ticks(
                    values,
                    values.stream().map(v -> text(v, step)).toList(),
                    context(values, step));
        }
        var values = new ArrayList<Double>();
        var width = Ticks.step(high - low, most);
        for (var v = Math.ceil(low / width) * width; v <= high && values.size() < 50; v += width) {
            values.add(v);
        }
        var texts = values.stream().map(v -> Moments.time(v).toLocalTime().toString()).toList();
        return new Ticks(values, texts, context(values, Step.SECONDS));
    }

    /** Months have no days that could be told. */
    private boolean isFinest(Step step) {
        return step == Step.YEARS && form == TimeForm.YEAR
                || step == Step.MONTHS && form == TimeForm.MONTH;
    }

    private List<Double> values(Step step, int every) {
        var values = new ArrayList<Double>();
        for (var at = first(step, every); !at.isAfter(to) && values.size() < 100; ) {
            if (!at.isBefore(from) && fits(at, step, every)) {
                values.add((double) at.toInstant(ZoneOffset.UTC).toEpochMilli());
            }
            at = step == Step.YEARS ? at.plusYears(every) : at.plus(1, step.unit);
        }
        return values;
    }

    private LocalDateTime first(Step step, int every) {
        return switch (step) {
            case YEARS ->
                    LocalDate.of(Math.floorDiv(from.getYear(), every) * every, 1, 1).atStartOfDay();
            case MONTHS -> from.toLocalDate().withDayOfMonth(1).atStartOfDay();
            default -> from.truncatedTo(step.unit);
        };
    }

    private static boolean fits(LocalDateTime at, Step step, int every) {
        return switch (step) {
            case YEARS -> true;
            case MONTHS -> (at.getMonthValue() - 1) % every == 0;
            case DAYS -> fits(at.toLocalDate(), every);
            case HOURS -> at.getHour() % every == 0;
            case MINUTES -> at.getMinute() % every == 0;
            case SECONDS -> at.getSecond() % every == 0;
        };
    }

    /** Every month begins anew: what would stand too near before the next is left out. */
    private static boolean fits(LocalDate day, int every) {
        int place = day.getDayOfMonth() - 1;
        int left = day.lengthOfMonth() - place;
        return place % every == 0 && (left >= every * 0.75 || place == 0);
    }

    private String text(double value, Step step) {
        var time = Moments.time(value);
        boolean day = time.toLocalTime().equals(LocalTime.MIDNIGHT) && !isClock();
        return switch (step) {
            case YEARS -> String.valueOf(time.getYear());
            case MONTHS ->
                    time.getMonthValue() == 1
                            ? String.valueOf(time.getYear())
                            : written(time, "MMM");
            case DAYS -> written(time, "d MMM");
            case HOURS, MINUTES -> day ? written(time, "d MMM") : written(time, "HH:mm");
            case SECONDS -> written(time, "HH:mm:ss");
        };
    }

    /** What the ticks leave unsaid: the year of their days, the day of their hours. */
    private String context(List<Double> values, Step step) {
        if (step == Step.YEARS || isClock()) {
            return "";
        }
        if (step == Step.MONTHS) {
            boolean told = values.stream().anyMatch(v -> Moments.time(v).getMonthValue() == 1);
            return told ? "" : years();
        }
        boolean days =
                step == Step.DAYS
                        || step != Step.SECONDS
                                && values.stream()
                                        .anyMatch(
                                                v ->
                                                        Moments.time(v)
                                                                .toLocalTime()
                                                                .equals(LocalTime.MIDNIGHT));
        return days ? years() : written(from, "d MMM yyyy");
    }

    private String years() {
        return from.getYear() == to.getYear()
                ? String.valueOf(from.getYear())
                : from.getYear() + " – " + to.getYear();
    }

    private boolean isClock() {
        return form == TimeForm.CLOCK;
    }

    private static String written(LocalDateTime time, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(time);
    }
}
