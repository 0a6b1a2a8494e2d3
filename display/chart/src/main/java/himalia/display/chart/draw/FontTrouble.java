package himalia.display.chart.draw;

import java.awt.AWTError;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What keeps this Java from drawing text, in one line with the way out.
 *
 * <p>Fonts and fontconfig may be missing: {@link FontlessMachine} does without them. What AWT's native code is linked
 * with may not; a JDK that is packaged for a Linux distribution takes it from the system, and small containers leave
 * it out.
 *
 * @param line what is missing and what to install
 */
public record FontTrouble(String line) {
    private static final Pattern MISSING =
            Pattern.compile("(?<![\\w/])(lib[\\w+-]+\\.so[.\\d]*):? ");

    /** How a class that could not be used the first time tells it afterwards. */
    private static final Pattern LATER =
            Pattern.compile("\\S+: Exception (.*) \\[in thread \".*\"]", Pattern.DOTALL);

    private static final Map<String, String> PACKAGES =
            Map.of(
                    "libfreetype.so.6", "libfreetype6",
                    "libharfbuzz.so.0", "libharfbuzz0b",
                    "libfontconfig.so.1", "libfontconfig1");

    /** Tries to draw; empty where text can be drawn here. */
    public static Optional<FontTrouble> here() {
        var theme = Theme.LIGHT;
        return in(
                () ->
                        new PixelCanvas(9, 9, theme.ground())
                                .text("x", 0, 9, Lettering.of(9, theme.text())));
    }

    static Optional<FontTrouble> in(Runnable drawing) {
        try {
            drawing.run();
            return Optional.empty();
        } catch (LinkageError | InternalError | AWTError e) {
            return Optional.of(of(e));
        }
    }

    /** Reads the error that AWT failed with, the first time or any later one. */
    public static FontTrouble of(Error error) {
        Throwable cause = error;
        while (true) {
            // What a class failed with when it was first used is a line of text in later errors.
            var missing = MISSING.matcher(String.valueOf(cause.getMessage()));
            if (missing.find()) {
                return missing(missing.group(1));
            }
            if (cause.getCause() == null || cause.getCause() == cause) {
                return new FontTrouble(
                        "this Java cannot draw text: "
                                + LATER.matcher(cause.toString()).replaceFirst("$1")
                                + "; on Debian and Ubuntu, apt-get install fontconfig fonts-dejavu-core"
                                + " may help");
            }
            cause = cause.getCause();
        }
    }

    private static FontTrouble missing(String library) {
        var name = PACKAGES.get(library);
        return new FontTrouble(
                "this Java cannot draw text, as it finds no "
                        + library
                        + "; install "
                        + (name == null
                                ? "the package that has it"
                                : "it, on Debian and Ubuntu with apt-get install " + name));
    }
}
