package himalia.parallel;

import himalia.training.BoostingTask;
import java.util.HexFormat;
import java.util.Map;

/** A process that prints what it would tell workers of a training of trees. */
final class PrintedTask {
    private PrintedTask() {}

    static byte[] bytes() {
        var parameters =
                Map.ofEntries(
                        Map.entry("objective", "binary:logistic"),
                        Map.entry("eta", "0.3"),
                        Map.entry("max_depth", "3"),
                        Map.entry("tree_method", "hist"),
                        Map.entry("seed", "42"),
                        Map.entry("nthread", "1"),
                        Map.entry("lambda", "1"),
                        Map.entry("subsample", "1"),
                        Map.entry("gamma", "0"));
        var rows = new double[][] {{1}, {2}, {3}, {4}};
        var labels = new float[] {0, 0, 1, 1};
        return TreesTask.bytes(
                new BoostingTask("trees", rows, labels, new float[0], parameters, 5));
    }

    public static void main(String[] args) {
        System.out.println(HexFormat.of().formatHex(bytes()));
    }
}
