package himalia.sampling;

import himalia.display.bundle.InterruptCheck;
import himalia.table.FreeMemory;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import libsvm.svm;
import libsvm.svm_node;
import libsvm.svm_parameter;
import libsvm.svm_problem;

/** The rows that carry the border between classes, as scikit-learn's {@code SVC()} with its default settings finds them. */
final class SupportVectors {
    private static final int CACHE_MEGABYTES = 200;

    /** A number of libsvm is an object, and stands in an array. */
    private static final long NUMBER_BYTES = 32;

    static {
        // One for the whole process, so it is set once. It says a dot for each thousand steps, on
        // the thread that trains: nothing to
        // print, but where an interrupt can be heard.
        svm.svm_set_print_string_function(dot -> new InterruptCheck().ask());
    }

    private SupportVectors() {}

    /** Returns the rows, in order. */
    static int[] of(Examples examples) {
        var points = examples.points();
        var columns = examples.features().size();
        FreeMemory.check(
                (long) points.length * columns * NUMBER_BYTES + (CACHE_MEGABYTES << 20),
                "a support vector machine of %,d rows and %,d columns"
                        .formatted(points.length, columns),
                "take a part of the rows, use BorderlineSmote, or");
        // libsvm numbers the classes as it meets them, scikit-learn by their order.
        var codes = examples.classes().codes();
        var order =
                IntStream.range(0, points.length)
                        .boxed()
                        .sorted(Comparator.comparingInt(row -> codes[row]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        var found = machine(examples.points(order), codesOf(order, codes), gamma(points));
        return Arrays.stream(found).map(place -> order[place - 1]).sorted().toArray();
    }

    private static double[] codesOf(int[] order, int[] codes) {
        return IntStream.of(order).mapToDouble(row -> codes[row]).toArray();
    }

    /** Returns the places of the support vectors, counted from 1. */
    private static int[] machine(double[][] points, double[] codes, double gamma) {
        var problem = new svm_problem();
        problem.l = points.length;
        problem.y = codes;
        problem.x = Arrays.stream(points).map(SupportVectors::nodes).toArray(svm_node[][]::new);
        var settings = new svm_parameter();
        settings.svm_type = svm_parameter.C_SVC;
        settings.kernel_type = svm_parameter.RBF;
        settings.gamma = gamma;
        settings.C = 1;
        settings.eps = 1e-3;
        settings.shrinking = 1;
        settings.cache_size = CACHE_MEGABYTES;
        return svm.svm_train(problem, settings).sv_indices;
    }

    private static svm_node[] nodes(double[] point) {
        var nodes = new svm_node[point.length];
        for (var j = 0; j < point.length; j++) {
            nodes[j] = new svm_node();
            nodes[j].index = j + 1;
            nodes[j].value = point[j];
        }
        return nodes;
    }

    /** One by the number of columns and the variance of all cells: how near is near, whatever the unit. */
    private static double gamma(double[][] points) {
        var mean = Arrays.stream(points).flatMapToDouble(Arrays::stream).average().orElseThrow();
        var variance =
                Arrays.stream(points)
                        .flatMapToDouble(Arrays::stream)
                        .map(value -> (value - mean) * (value - mean))
                        .average()
                        .orElseThrow();
        return variance == 0 ? 1 : 1 / (points[0].length * variance);
    }
}
