package himalia.display.chart.draw;

/**
 * How a text is written.
 *
 * @param size in CSS pixels
 * @param degrees how far it is turned, clockwise, around its anchor
 */
record Lettering(double size, boolean bold, Ink ink, Anchor anchor, double degrees) {
    /** Which part of the text stands at the place given. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    static Lettering of(double size, Ink ink) {
        return new Lettering(size, false, ink, Anchor.START, 0);
    }

    Lettering bold(boolean newBold) {
        return new Lettering(size, newBold, ink, anchor, degrees);
    }

    Lettering at(Anchor newAnchor) {
        return new Lettering(size, bold, ink, newAnchor, degrees);
    }

    Lettering turned(double newDegrees) {
        return new Lettering(size, bold, ink, anchor, newDegrees);
    }

    /** Returns how far left of the given place the text begins. */
    double shift(String text) {
        return switch (anchor) {
            case START -> 0;
            case MIDDLE -> width(text) / 2;
            case END -> width(text);
        };
    }

    double width(String text) {
        return TextWidth.of(text, size, bold);
    }
}
