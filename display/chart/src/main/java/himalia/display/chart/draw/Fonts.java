package himalia.display.chart.draw;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The font that comes with us, so that pictures look the same on every machine, even one without fonts. */
final class Fonts {
    private static final Font REGULAR = read("Inter-Regular.otf");
    private static final Font SEMI_BOLD = read("Inter-SemiBold.otf");

    private Fonts() {}

    /** Returns our font, or the machine's own where ours lacks a letter. */
    static Font of(String text, double size, boolean bold) {
        var ours = (bold ? SEMI_BOLD : REGULAR).deriveFont((float) size);
        return ours.canDisplayUpTo(text) < 0
                ? ours
                : new Font(Font.SANS_SERIF, bold ? Font.BOLD : Font.PLAIN, 1)
                        .deriveFont((float) size);
    }

    /** Tells whether our font or the machine's own has the letter; what is not seen, every font has. */
    static boolean has(int letter) {
        return Character.getType(letter) == Character.FORMAT
                || Character.getType(letter) == Character.NON_SPACING_MARK
                || REGULAR.canDisplay(letter)
                || new Font(Font.SANS_SERIF, Font.PLAIN, 1).canDisplay(letter);
    }

    private static Font read(String name) {
        FontlessMachine.prepare();
        try (var file = Objects.requireNonNull(Fonts.class.getResourceAsStream(name), name)) {
            return Font.createFont(Font.TRUETYPE_FONT, file);
        } catch (IOException e) {
            sayWhyAwtDoesNotStart();
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(
                    "the font " + name + " in our own jar cannot be read", e);
        }
    }

    /** Reading a font hides it; asked for a width, AWT tells. */
    private static void sayWhyAwtDoesNotStart() {
        try {
            var context = new FontRenderContext(null, true, true);
            var unused = new Font(Font.SANS_SERIF, Font.PLAIN, 1).getStringBounds("x", context);
        } catch (LinkageError | InternalError | RuntimeException e) {
            Throwable first = e;
            while (first.getCause() != null) {
                first = first.getCause();
            }
            // What later charts are told is made of this error's own words.
            var said = new UnsatisfiedLinkError(first.getMessage());
            said.initCause(e);
            throw said;
        }
    }
}
