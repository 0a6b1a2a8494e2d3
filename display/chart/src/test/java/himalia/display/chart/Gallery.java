package himalia.display.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** One example of every chart, for tests and for people's eyes. */
final class Gallery {
    private static final long SEED = 7;

    private Gallery() {}

    static Map<String, Chart> all() {
        var charts = new LinkedHashMap<String, Chart>();
        charts.put("line", learning());
        charts.put("noisy", noisy(1000));
        charts.put("scatter", clouds());
        charts.put("dense", dense(100_000));
        charts.put(
                "bar",
                Charts.bar("Rows per class", List.of("no", "yes", "unknown"), 9512, 488, 37));
        charts.put(
                "grouped",
                Charts.bar("Score by model", List.of("accuracy", "recall", "precision"), scores()));
        charts.put("flat", Charts.featureImportance("What the model looks at", weights()));
        charts.put(
                "histogram", Charts.histogram("Age of customers", "years", normal(2000, 41, 12)));
        charts.put("histograms", Charts.histogram("Score by class", "score", groups()));
        charts.put("box", Charts.box("Latency by replica", groups()));
        charts.put("heat", Charts.heatMap("Correlation", NAMES, NAMES, correlation()));
        charts.put(
                "confusion",
                Charts.confusionMatrix(
                        "Churn, test set",
                        List.of("stays", "leaves"),
                        new long[][] {{9021, 312}, {145, 522}}));
        charts.put(
                "confusion3",
                Charts.confusionMatrix(
                        "Iris",
                        List.of("setosa", "versicolor", "virginica"),
                        new long[][] {{50, 0, 0}, {0, 47, 3}, {0, 2, 48}}));
        charts.put("roc", Charts.roc("Churn", truth(), models()));
        charts.put("roc1", Charts.roc("Churn", truth(), models().get("forest")));
        charts.put("recall", Charts.precisionRecall("Churn", truth(), models()));
        charts.put("calibration", Charts.calibration("Churn", truth(), models()));
        charts.put("dark", learning().dark());
        charts.put(
                "learning",
                Charts.learningCurve(
                        "More rows, better scores", new double[] {100, 300, 1000, 3000}, folds()));
        charts.put(
                "drift",
                Charts.drift(
                        "Since training",
                        Map.of("age", 0.02, "income", 0.31, "country", 0.12, "tenure", 0.04),
                        0.1));
        charts.put("surface", surface());
        charts.put("parallel", Charts.parallelCoordinates("Iris", flowers(), kinds()));
        charts.put("pipeline", Charts.pipeline("Churn", steps()));
        charts.put("timeline", Charts.timeline("Four workers", tasks()));
        charts.put("rows", Charts.byteOrder("A row format", List.of("id", "age", "city"), 4, true));
        charts.put(
                "columns",
                Charts.byteOrder("A column format", List.of("id", "age", "city"), 4, false));
        charts.put(
                "long names",
                Charts.bar(
                        "Countries",
                        List.of(
                                "United Kingdom",
                                "United States of America",
                                "Papua New Guinea",
                                "New Zealand",
                                "Bosnia and Herzegovina",
                                "Trinidad and Tobago"),
                        3,
                        5,
                        2,
                        4,
                        1,
                        6));
        return charts;
    }

    static SeriesChart learning() {
        var epochs = new double[12];
        var train = new double[12];
        var validation = new double[12];
        for (int i = 0; i < 12; i++) {
            epochs[i] = i + 1;
            train[i] = 0.9 * StrictMath.exp(-i / 4.0) + 0.05;
            validation[i] = 0.85 * StrictMath.exp(-i / 3.5) + 0.14 + 0.004 * i;
        }
        return Charts.line("Training loss")
                .x("epoch", epochs)
                .y("train", train)
                .y("validation", validation)
                .yLabel("loss");
    }

    static Chart noisy(int size) {
        var random = new Random(SEED);
        var y = new double[size];
        for (int i = 0; i < size; i++) {
            y[i] = StrictMath.sin(i / 60.0) * 12_000 + random.nextGaussian() * 1500;
        }
        return Charts.line("Requests per minute")
                .y("requests", y)
                .threshold(10_000, "limit")
                .yLabel("requests");
    }

    static Chart clouds() {
        return Charts.scatter("Iris")
                .x("petal length in cm", normal(50, 1.5, 0.2))
                .y("setosa", normal(50, 0.25, 0.1))
                .x("petal length in cm", normal(50, 4.3, 0.45))
                .y("versicolor", normal(50, 1.3, 0.2))
                .x("petal length in cm", normal(50, 5.5, 0.5))
                .y("virginica", normal(50, 2.0, 0.25))
                .yLabel("petal width in cm");
    }

    static Chart dense(int size) {
        return Charts.scatter("Two measurements")
                .x("first", normal(size, 0, 1))
                .y("second", normal(size, 10, 4))
                .yLabel("second");
    }

    private static double[] normal(int size, double mean, double deviation) {
        var random = new Random(SEED + size + (long) (mean * 100));
        return random.doubles(size)
                .map(unused -> mean + deviation * random.nextGaussian())
                .toArray();
    }

    private static Map<String, double[]> scores() {
        var scores = new LinkedHashMap<String, double[]>();
        scores.put("logistic regression", new double[] {0.95, 0.41, 0.62});
        scores.put("boosted trees", new double[] {0.97, 0.63, 0.71});
        return scores;
    }

    private static Map<String, Double> weights() {
        return Map.of(
                "tenure in months",
                0.31,
                "monthly charge",
                0.22,
                "support calls",
                0.17,
                "contract",
                0.12,
                "age",
                0.04,
                "paperless",
                -0.02);
    }

    private static Map<String, double[]> groups() {
        var groups = new LinkedHashMap<String, double[]>();
        groups.put("a", normal(400, 20, 4));
        groups.put("b", normal(400, 25, 6));
        groups.put("canary", normal(300, 31, 9));
        return groups;
    }

    private static final List<String> NAMES =
            List.of("age", "income", "tenure", "calls", "churned");

    private static double[][] correlation() {
        return new double[][] {
            {1, 0.42, 0.31, -0.05, -0.12},
            {0.42, 1, 0.15, -0.2, -0.25},
            {0.31, 0.15, 1, -0.34, -0.55},
            {-0.05, -0.2, -0.34, 1, 0.61},
            {-0.12, -0.25, -0.55, 0.61, 1}
        };
    }

    private static boolean[] truth() {
        var random = new Random(SEED);
        var truth = new boolean[600];
        for (int i = 0; i < truth.length; i++) {
            truth[i] = random.nextDouble() < 0.2;
        }
        return truth;
    }

    private static Map<String, double[]> models() {
        var models = new LinkedHashMap<String, double[]>();
        var signals = Map.of("forest", 1.9, "linear", 1.1);
        for (var name : List.of("forest", "linear")) {
            var random = new Random(SEED + 1);
            var truth = truth();
            var scores = new double[truth.length];
            Arrays.setAll(
                    scores,
                    i ->
                            1
                                    / (1
                                            + StrictMath.exp(
                                                    1.4
                                                            - (truth[i] ? signals.get(name) : 0)
                                                            - random.nextGaussian())));
            models.put(name, scores);
        }
        return models;
    }

    private static Map<String, double[][]> folds() {
        var folds = new LinkedHashMap<String, double[][]>();
        folds.put(
                "train",
                new double[][] {
                    {0.99, 0.97, 1}, {0.96, 0.95, 0.97}, {0.94, 0.93, 0.94}, {0.92, 0.92, 0.93}
                });
        folds.put(
                "validation",
                new double[][] {
                    {0.6, 0.72, 0.66}, {0.78, 0.74, 0.81}, {0.85, 0.84, 0.87}, {0.88, 0.89, 0.89}
                });
        return folds;
    }

    private static Chart surface() {
        var x = normal(120, 0, 1);
        var y = normal(121, 0, 1);
        var random = new Random(SEED);
        var classes = new ArrayList<String>();
        for (int i = 0; i < x.length; i++) {
            classes.add(
                    x[i] * x[i] + y[i] + random.nextGaussian() * 0.4 > 0.7 ? "leaves" : "stays");
        }
        return Charts.decisionSurface(
                "Where the forest draws the line",
                x,
                Arrays.copyOf(y, x.length),
                classes,
                (a, b) -> a * a + b > 0.7 ? "leaves" : "stays");
    }

    static Map<String, double[]> flowers() {
        var flowers = new LinkedHashMap<String, double[]>();
        flowers.put(
                "petal length",
                joined(normal(50, 1.5, 0.2), normal(50, 4.3, 0.45), normal(50, 5.5, 0.5)));
        flowers.put(
                "petal width",
                joined(normal(50, 0.25, 0.1), normal(50, 1.3, 0.2), normal(50, 2.0, 0.25)));
        flowers.put(
                "sepal length",
                joined(normal(50, 5, 0.35), normal(50, 5.9, 0.5), normal(50, 6.6, 0.6)));
        return flowers;
    }

    private static double[] joined(double[]... parts) {
        return Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray();
    }

    static List<String> kinds() {
        var kinds = new ArrayList<>(Collections.nCopies(50, "setosa"));
        kinds.addAll(Collections.nCopies(50, "versicolor"));
        kinds.addAll(Collections.nCopies(50, "virginica"));
        return kinds;
    }

    private static Map<String, List<String>> steps() {
        var steps = new LinkedHashMap<String, List<String>>();
        steps.put("load", List.of());
        steps.put("clean", List.of("load"));
        steps.put("encode", List.of("clean"));
        steps.put("split", List.of("clean"));
        steps.put("train", List.of("encode", "split"));
        steps.put("evaluate", List.of("train", "split"));
        return steps;
    }

    private static List<Task> tasks() {
        var tasks = new ArrayList<Task>();
        for (int worker = 0; worker < 4; worker++) {
            var shift = worker * 0.4;
            tasks.add(new Task("worker " + worker, "read", shift, 1 + shift));
            tasks.add(new Task("worker " + worker, "gradient", 1.1 + shift, 3.5 + shift / 2));
            tasks.add(new Task("worker " + worker, "all-reduce", 4.6, 5.2));
        }
        return tasks;
    }
}
