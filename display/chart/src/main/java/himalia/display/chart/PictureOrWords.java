package himalia.display.chart;

import himalia.display.bundle.MimeBundle;
import himalia.display.chart.draw.FontTrouble;
import himalia.display.chart.draw.MissingLetters;
import java.awt.AWTError;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A picture with its words; where this Java draws no text, the words with a line that says what to install. */
final class PictureOrWords {
    private PictureOrWords() {}

    /** Returns a chart in words, or why there is none: one that cannot be drawn yet can still be held. */
    static String text(Chart chart) {
        try {
            return chart.text();
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Draws the picture in the size given, in CSS pixels; {@code written} is what stands in it, {@code instead} adds what can be shown without it. */
    static MimeBundle of(
            MimeBundle words,
            String written,
            Supplier<byte[]> png,
            int width,
            int height,
            UnaryOperator<MimeBundle> instead) {
        try {
            var picture = words.png(png.get(), width, height);
            return MissingLetters.in(written)
                    .map(
                            missing ->
                                    picture.with(
                                            MimeBundle.PLAIN,
                                            words.text() + "\n[" + missing.line() + "]"))
                    .orElse(picture);
        } catch (LinkageError | InternalError | AWTError e) {
            return instead.apply(
                    words.with(
                            MimeBundle.PLAIN,
                            words.text() + "\n[no PNG: " + FontTrouble.of(e).line() + "]"));
        }
    }
}
