package himalia.display.chart.mark;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Visible;
import java.util.List;

/**
 * One axis of a picture.
 *
 * @param label what it measures, with its unit; may be empty
 * @param categories the names of positions 0, 1, 2 …; empty for an axis of numbers
 * @param low where it begins, NaN to begin at the data
 * @param high where it ends, NaN to end at the data
 * @param scale how numbers become lengths
 * @param form how its times are written, if it has any
 */
public record Axis(
        String label,
        List<String> categories,
        double low,
        double high,
        Scale scale,
        TimeForm form) {
    /** How numbers become lengths. */
    public enum Scale {
        LINEAR,
        LOG,
        /** Numbers are milliseconds since 1970, and stand for dates and times. */
        TIME,
        /** Drawn without ticks: positions mean nothing by themselves. */
        NONE
    }

    public Axis {
        label = Visible.line(given(label, "the label", "give it words, or \"\" for none"));
        given(categories, "the list of names");
        categories = categories.stream().map(Visible::line).toList();
        if (scale == Scale.LOG && (low <= 0 || high <= 0)) {
            throw new IllegalArgumentException(
                    "a logarithmic axis begins above 0, got " + low + " to " + high);
        }
    }

    private Axis(String label, List<String> categories, Scale scale) {
        this(label, categories, Double.NaN, Double.NaN, scale, TimeForm.MOMENT);
    }

    public static Axis numbers(String label) {
        return new Axis(label, List.of(), Scale.LINEAR);
    }

    public static Axis names(String label, List<String> categories) {
        return new Axis(label, categories, Scale.LINEAR);
    }

    public static Axis times(String label, TimeForm form) {
        return new Axis(label, List.of(), Double.NaN, Double.NaN, Scale.TIME, form);
    }

    /** Writes a place on the axis as it is read: a name, a time or a number. */
    public String words(double place) {
        var name = (int) Math.rint(place);
        if (name >= 0 && name < categories.size()) {
            return categories.get(name);
        }
        return scale == Scale.TIME && Double.isFinite(place)
                ? form.words(place)
                : Quantity.of(place);
    }

    public Axis labelled(String newLabel) {
        return new Axis(newLabel, categories, low, high, scale, form);
    }

    /** Fixes where the axis begins and ends; NaN leaves an end to the data. */
    public Axis between(double newLow, double newHigh) {
        return new Axis(label, categories, newLow, newHigh, scale, form);
    }

    /** Fixes both as a user says. */
    public Axis asked(double newLow, double newHigh) {
        if (newLow >= newHigh) {
            throw new IllegalArgumentException(
                    "an axis goes from its lower end to its upper one, got %s to %s"
                            .formatted(Quantity.of(newLow), Quantity.of(newHigh)));
        }
        return between(newLow, newHigh);
    }

    public Axis scaled(Scale newScale) {
        return new Axis(label, categories, low, high, newScale, form);
    }
}
