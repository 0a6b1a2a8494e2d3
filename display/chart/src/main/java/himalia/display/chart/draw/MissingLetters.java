package himalia.display.chart.draw;

import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * What no font here can write, in one line: a picture shows boxes there.
 *
 * @param line the scripts, and the way out
 */
public record MissingLetters(String line) {
    /** Looks through a text; empty where all of it can be written. */
    public static Optional<MissingLetters> in(String text) {
        return in(text, Fonts::has);
    }

    static Optional<MissingLetters> in(String text, IntPredicate written) {
        var scripts =
                text.codePoints()
                        .filter(letter -> letter >= ' ' && !written.test(letter))
                        .mapToObj(MissingLetters::script)
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(", "));
        return scripts.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new MissingLetters(
                                "the picture shows boxes in place of "
                                        + scripts
                                        + ", for which this machine has no font; install one, on"
                                        + " Debian and Ubuntu fonts-noto-cjk or another of"
                                        + " fonts-noto"));
    }

    private static String script(int letter) {
        var script = UnicodeScript.of(letter);
        if (script == UnicodeScript.COMMON || script == UnicodeScript.INHERITED) {
            return Character.getType(letter) == Character.OTHER_SYMBOL
                    ? "emoji and symbols"
                    : "signs such as " + Character.toString(letter);
        }
        var name = script.name().replace('_', ' ').toLowerCase(Locale.ROOT);
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
