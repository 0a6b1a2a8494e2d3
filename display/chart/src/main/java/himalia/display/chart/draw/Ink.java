package himalia.display.chart.draw;

/**
 * A colour and how much of the ground it covers.
 *
 * @param rgb red, green and blue, eight bits each
 * @param opacity from 0 to 1
 */
record Ink(int rgb, double opacity) {
    static Ink of(int rgb) {
        return new Ink(rgb, 1);
    }

    Ink at(double newOpacity) {
        return new Ink(rgb, newOpacity);
    }

    String hex() {
        return String.format("#%06x", rgb);
    }

    /** Returns the colour that lies between this and another one. */
    Ink towards(Ink other, double share) {
        var mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            var from = rgb >> shift & 0xff;
            var to = other.rgb >> shift & 0xff;
            mixed |= (int) Math.round(from + (to - from) * share) << shift;
        }
        return new Ink(mixed, opacity);
    }

    /** Returns how bright the colour looks, from 0 to 1. */
    double brightness() {
        return (0.299 * (rgb >> 16 & 0xff) + 0.587 * (rgb >> 8 & 0xff) + 0.114 * (rgb & 0xff))
                / 255;
    }
}
