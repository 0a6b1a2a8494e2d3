package himalia.sampling;

/** How far the numbers of a column lie from their mean. */
final class Deviations {
    private Deviations() {}

    /** Returns the standard deviation of each column, of the rows as the whole population. */
    static double[] of(double[][] points) {
        var deviations = new double[points[0].length];
        for (var j = 0; j < deviations.length; j++) {
            // From the first value: so the same value everywhere has no deviation at all.
            var first = points[0][j];
            var mean = 0.0;
            for (var point : points) {
                mean += (point[j] - first) / points.length;
            }
            var sum = 0.0;
            for (var point : points) {
                var difference = point[j] - first - mean;
                sum += difference * difference;
            }
            deviations[j] = Math.sqrt(sum / points.length);
        }
        return deviations;
    }
}
