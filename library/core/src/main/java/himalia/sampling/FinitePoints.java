package himalia.sampling;

import himalia.display.bundle.Amount;

/** Refuses points between which no distance is measured. */
final class FinitePoints {
    /** Squares of what lies further apart are larger than a double holds. */
    private static final double FURTHEST = 1e153;

    private FinitePoints() {}

    /**
     * Returns points of which every number is finite.
     *
     * @param columns how many numbers each is to have
     * @param name what one of them is, for messages
     */
    static double[][] checked(double[][] points, int columns, String name) {
        for (var i = 0; i < points.length; i++) {
            if (points[i] == null) {
                throw new IllegalArgumentException(
                        "%s %d is null; leave it out".formatted(name, i));
            }
            if (points[i].length != columns) {
                throw new IllegalArgumentException(
                        "%s %d has %s, and the first point has %d; give each as many"
                                .formatted(
                                        name, i, Amount.of(points[i].length, "number"), columns));
            }
            check(points[i], i, name);
        }
        return points;
    }

    private static void check(double[] point, int i, String name) {
        for (var j = 0; j < point.length; j++) {
            if (!Double.isFinite(point[j])) {
                throw new IllegalArgumentException(
                        "%s %d holds %s at place %d, from which nothing has a distance; fill it, or leave the %s out"
                                .formatted(name, i, point[j], j, name));
            }
            if (Math.abs(point[j]) > FURTHEST) {
                throw new IllegalArgumentException(
                        "%s %d holds %s at place %d, and the square of its distance is larger than a double holds; divide all numbers before"
                                .formatted(name, i, point[j], j));
            }
        }
    }
}
