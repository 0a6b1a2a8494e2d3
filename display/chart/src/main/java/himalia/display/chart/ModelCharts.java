package himalia.display.chart;

import java.util.List;

/**
 * Charts of why a model says what it says.
 *
 * <pre>{@code
 * ModelCharts.waterfall("Row 0", "probability", 0.4, List.of("age = 71", "city = Oslo"), 0.3, -0.1)
 * }</pre>
 */
public final class ModelCharts {
    private ModelCharts() {}

    /**
     * Shows of each feature what it adds to what a model says of each row: a point a row, coloured by whether its value is low or high.
     *
     * @param label of what it adds
     * @param parts {@code parts[feature][row]}
     * @param values {@code values[feature][row]}, NaN where a value is missing
     */
    public static Chart beeswarm(
            String title, String label, List<String> names, double[][] parts, double[][] values) {
        return new Drawn(Swarms.beeswarm(title, label, names, parts, values));
    }

    /** Shows how parts, one on the other, lead from a base to their sum. */
    public static Chart waterfall(
            String title, String label, double base, List<String> names, double... parts) {
        return new Drawn(Swarms.waterfall(title, label, base, names, parts));
    }

    /** Shows what is said on the mean over a feature, and, thin, of each row: {@code rows[row][place]}; none of them to leave them out. */
    public static Chart dependence(
            String title, String feature, double[] x, double[] mean, double[][] rows) {
        return new Drawn(Dependences.over(title, feature, x, mean, rows));
    }

    /**
     * Shows a tree of questions from left to right; upwards go those whose answer is yes.
     *
     * @param texts what stands in each node; node 0 is the root
     * @param kinds of each node, which share a colour
     * @param yes the node behind yes, or -1
     * @param no the node behind no, or -1
     */
    public static Chart tree(
            String title, List<String> texts, List<String> kinds, int[] yes, int[] no) {
        return new Drawn(new Trees(texts, kinds, yes, no).figure(title));
    }
}
