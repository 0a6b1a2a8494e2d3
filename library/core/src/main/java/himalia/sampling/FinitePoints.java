package himalia.sampling;

import himalia.display.bundle.Amount;

/** Refuses points between which no distance is measured. */
final class FinitePoints {
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
            for (var j = 0; j < columns; j++) {
                if (!Double.isFinite(points[i][j])) {
                    throw new IllegalArgumentException(
                            "%s %d holds %s at place %d, from which nothing has a distance; fill it, or leave the %s out"
                                    .formatted(name, i, points[i][j], j, name));
                }
            }
        }
        return points;
    }
}
