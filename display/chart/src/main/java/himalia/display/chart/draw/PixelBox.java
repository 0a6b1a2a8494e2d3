package himalia.display.chart.draw;

/** A rectangle in CSS pixels. */
record PixelBox(double x, double y, double width, double height) {
    double right() {
        return x + width;
    }

    double bottom() {
        return y + height;
    }

    double middle() {
        return x + width / 2;
    }

    PixelBox shrunk(double left, double top, double right, double bottom) {
        return new PixelBox(
                x + left,
                y + top,
                Math.max(1, width - left - right),
                Math.max(1, height - top - bottom));
    }

    boolean contains(double px, double py) {
        return px >= x && px <= right() && py >= y && py <= bottom();
    }
}
