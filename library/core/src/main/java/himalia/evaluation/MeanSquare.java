package himalia.evaluation;

/**
 * A mean of squares.
 *
 * @param mean in the unit of the numbers that are squared
 * @param exponent the power of two of that unit
 */
record MeanSquare(double mean, int exponent) {
    double value() {
        return Math.scalb(mean, 2 * exponent);
    }

    double root() {
        return Math.scalb(Math.sqrt(mean), exponent);
    }

    double over(MeanSquare other) {
        return Math.scalb(mean / other.mean, 2 * (exponent - other.exponent));
    }
}
