package himalia.display.bundle;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How far work is at one moment, and how that looks.
 *
 * @param unit what is counted: {@code epochs}
 * @param part the share that is done of the next one, from 0 to 1
 * @param total how many there will be, {@link Progress#UNKNOWN} if nobody knows
 * @param elapsed in nanoseconds
 * @param note what else is told
 * @param ending what ended it, empty words if it is complete; nothing while it runs
 */
record ProgressState(
        String unit,
        long done,
        double part,
        long total,
        long elapsed,
        String note,
        Optional<String> ending) {
    private static final int BAR = 24;

    /** Tells those who compare two runs that this is about time, and may be missing where a machine is fast. */
    private static final String META = "himalia";

    /** Returns how it looks, with what is {@code below} it in the same place. */
    MimeBundle bundle(Optional<MimeBundle> below) {
        return MimeBundle.plain(text() + below.map(b -> "\n" + b.text()).orElse(""))
                .html(
                        Escape.verbatim(html())
                                + below.map(b -> "\n" + b.data().get(MimeBundle.HTML)).orElse(""))
                .describe(META, Map.of("progress", true));
    }

    String text() {
        return total > 0 && ending.isEmpty() ? bar() + " " + words() : words();
    }

    String html() {
        // The words are read aloud by themselves: the bar needs its name only.
        var value =
                total == Progress.UNKNOWN
                        ? ""
                        : " value=\"" + value() + "\" max=\"" + Math.max(1, total) + "\"";
        var bar =
                ending.isPresent() && done >= total
                        ? ""
                        : "<progress aria-label=\""
                                + Escape.html(unit)
                                + "\""
                                + value
                                + " style=\"width:240px\"></progress> ";
        return "<div style=\"white-space:pre;font-variant-numeric:tabular-nums\">"
                + bar
                + Escape.html(words())
                + "</div>";
    }

    private String value() {
        return part == 0 ? Long.toString(done) : String.format(Locale.ROOT, "%.3f", done + part);
    }

    private String bar() {
        var full = (int) (BAR * Math.min(done + part, total) / total);
        return "█".repeat(full)
                + "░".repeat(BAR - full)
                + String.format(Locale.ROOT, " %3d %%", (int) (100 * (done + part) / total));
    }

    private String words() {
        var counted = count(done, total) + " " + unit;
        if (ending.isPresent()) {
            return counted + " in " + time(elapsed / 1e9) + ending.get() + note;
        }
        if (done + part == 0) {
            return counted + note;
        }
        var rate = (done + part) / (elapsed / 1e9);
        return counted
                + " · "
                + speed(rate)
                + (total > 0 ? " · " + time((total - done - part) / rate) + " left" : "")
                + note;
    }

    /** Counts in words: {@code 3 of 20}, or {@code 20} when that is all. */
    static String count(long done, long total) {
        return number(done) + (total > 0 && done < total ? " of " + number(total) : "");
    }

    private static String speed(double rate) {
        return rate >= 1 ? number(rate) + " a second" : time(1 / rate) + " each";
    }

    static String time(double seconds) {
        if (seconds < 60) {
            return String.format(Locale.ROOT, seconds < 10 ? "%.1f s" : "%.0f s", seconds);
        }
        var whole = Math.round(seconds);
        return whole < 3600
                ? String.format(Locale.ROOT, "%d min %d s", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%,d h %d min", whole / 3600, whole / 60 % 60);
    }

    private static String number(double value) {
        return String.format(
                Locale.ROOT, value < 10 && value != Math.rint(value) ? "%.1f" : "%,.0f", value);
    }
}
