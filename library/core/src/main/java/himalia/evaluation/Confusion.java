package himalia.evaluation;

import static himalia.display.bundle.Given.given;

import himalia.display.grid.Grid;
import himalia.model.Labels;
import himalia.model.Predictions;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How often each class was taken for each other, and what follows from that alone.
 *
 * <pre>{@code
 * report.confusion().recall("1")   // of the rows of class 1, the share that was found
 * }</pre>
 *
 * <p>Where a share has nothing to divide by, such as the precision of a class that was never predicted, it is 0.
 */
public final class Confusion {
    private final List<String> classes;
    private final double[][] counts;

    private Confusion(List<String> classes, double[][] counts) {
        this.classes = List.copyOf(classes);
        this.counts = counts;
    }

    /** Counts how the most probable classes agree with the true ones. */
    public static Confusion of(Labels actual, Predictions predictions) {
        given(actual, "actual");
        given(predictions, "predictions");
        var answers = predictions.ofClasses();
        var predicted = new int[actual.size()];
        var codes = new int[actual.size()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = actual.code(row);
            predicted[row] = answers.code(row);
        }
        var weights = new double[codes.length];
        Arrays.fill(weights, 1);
        return of(actual.classes(), codes, predicted, weights);
    }

    /**
     * Counts how predicted classes agree with the true ones.
     *
     * @param actual each row's true class, by its place among the classes
     * @param predicted each row's predicted class, likewise
     * @param weights what each row counts
     */
    public static Confusion of(
            List<String> classes, int[] actual, int[] predicted, double[] weights) {
        given(classes, "classes");
        given(actual, "actual");
        given(predicted, "predicted");
        given(weights, "weights");
        var counts = new double[classes.size()][classes.size()];
        for (int row = 0; row < actual.length; row++) {
            counts[actual[row]][predicted[row]] += weights[row];
        }
        return new Confusion(classes, counts);
    }

    public List<String> classes() {
        return classes;
    }

    /** Returns how many rows of class {@code actual} were predicted as {@code predicted}. */
    public double count(String actual, String predicted) {
        return counts[place(actual)][place(predicted)];
    }

    /** Returns, of the rows of class {@code actual}, the share that was predicted as {@code predicted}. */
    public double shareOfActual(String actual, String predicted) {
        return share(count(actual, predicted), rows(actual));
    }

    /** Returns, of the rows predicted as {@code predicted}, the share that is of class {@code actual}. */
    public double shareOfPredicted(String actual, String predicted) {
        return share(count(actual, predicted), predicted(place(predicted)));
    }

    /** Returns how many rows a class has. */
    public double rows(String className) {
        return actual(place(className));
    }

    /** Returns the share of rows predicted rightly. */
    public double accuracy() {
        return share(hits(), all());
    }

    /** Returns the mean recall of the classes that have rows. */
    public double balancedAccuracy() {
        return classes.stream()
                .filter(c -> rows(c) > 0)
                .mapToDouble(this::recall)
                .average()
                .orElse(0);
    }

    /** Returns, of the rows predicted as a class, the share that belongs to it. */
    public double precision(String className) {
        int k = place(className);
        return share(counts[k][k], predicted(k));
    }

    /** Returns, of the rows of a class, the share that was found. */
    public double recall(String className) {
        int k = place(className);
        return share(counts[k][k], actual(k));
    }

    /** Returns, of the rows of all other classes, the share that was not taken for this one. */
    public double specificity(String className) {
        int k = place(className);
        double others = all() - actual(k);
        return share(others - (predicted(k) - counts[k][k]), others);
    }

    /** Returns the precision of all classes in one number. */
    public double precision(Average average) {
        return mean(average, this::precision);
    }

    /** Returns the recall of all classes in one number. */
    public double recall(Average average) {
        return mean(average, this::recall);
    }

    /** Returns the F1 of all classes in one number. */
    public double f1(Average average) {
        return mean(average, this::f1);
    }

    /** Returns the specificity of all classes in one number. */
    public double specificity(Average average) {
        if (average == Average.MICRO) {
            double wrong = all() - hits();
            double others = (occurring().count() - 1) * all();
            return share(others - wrong, others);
        }
        return mean(average, this::specificity);
    }

    /** Returns the Jaccard index of all classes in one number. */
    public double jaccard(Average average) {
        return average == Average.MICRO
                ? share(hits(), 2 * all() - hits())
                : mean(average, this::jaccard);
    }

    /** A class that has no rows and was never predicted tells nothing, and is left out. */
    private double mean(Average average, ToDoubleFunction<String> metric) {
        if (given(average, "average") == Average.MICRO) {
            return accuracy();
        }
        double sum = 0;
        double weights = 0;
        for (int k = 0; k < counts.length; k++) {
            double weight =
                    average == Average.WEIGHTED ? actual(k) : actual(k) + predicted(k) > 0 ? 1 : 0;
            sum += weight == 0 ? 0 : weight * metric.applyAsDouble(classes.get(k));
            weights += weight;
        }
        return share(sum, weights);
    }

    /** Returns the harmonic mean of precision and recall. */
    public double f1(String className) {
        return fBeta(className, 1);
    }

    /** Returns the harmonic mean of precision and recall, with recall weighing {@code beta} times as much. */
    public double fBeta(String className, double beta) {
        int k = place(className);
        double square = beta * beta;
        return share((1 + square) * counts[k][k], square * actual(k) + predicted(k));
    }

    /** Returns the share of rows in both of a class's sets, true and predicted, among those in either. */
    public double jaccard(String className) {
        int k = place(className);
        return share(counts[k][k], actual(k) + predicted(k) - counts[k][k]);
    }

    /** Returns Matthews' correlation coefficient, 1 at best and 0 for guessing, for any number of classes. */
    public double mcc() {
        double all = all();
        double agreement = hits() * all;
        double actualSquares = all * all;
        double predictedSquares = all * all;
        for (int k = 0; k < counts.length; k++) {
            agreement -= actual(k) * predicted(k);
            actualSquares -= actual(k) * actual(k);
            predictedSquares -= predicted(k) * predicted(k);
        }
        return share(agreement, Math.sqrt(actualSquares * predictedSquares));
    }

    /** Returns Cohen's kappa: the agreement beyond what chance gives. */
    public double kappa() {
        return kappa((actual, predicted) -> actual == predicted ? 0 : 1);
    }

    /** Returns Cohen's kappa for classes in an order: the further a row was taken for another class, the more it costs. */
    public double kappaLinear() {
        return kappa((actual, predicted) -> Math.abs(actual - predicted));
    }

    /** Returns Cohen's kappa for classes in an order, by squares of how far a row was taken for another class. */
    public double kappaQuadratic() {
        return kappa((actual, predicted) -> (actual - predicted) * (actual - predicted));
    }

    private double kappa(IntBinaryOperator cost) {
        double all = all();
        double costs = 0;
        double byChance = 0;
        for (int k = 0; k < counts.length; k++) {
            for (int other = 0; other < counts.length; other++) {
                costs += cost.applyAsInt(k, other) * counts[k][other];
                byChance += cost.applyAsInt(k, other) * actual(k) * predicted(other) / all;
            }
        }
        return byChance == 0 ? 0 : 1 - costs / byChance;
    }

    /** Returns the geometric mean of the recalls of all classes that have rows or were predicted. */
    public double geometricMean() {
        double product = occurring().mapToDouble(this::recall).reduce(1, (all, one) -> all * one);
        return Math.pow(product, 1.0 / occurring().count());
    }

    private Stream<String> occurring() {
        return IntStream.range(0, counts.length)
                .filter(k -> actual(k) + predicted(k) > 0)
                .mapToObj(classes::get);
    }

    private double hits() {
        double hits = 0;
        for (int k = 0; k < counts.length; k++) {
            hits += counts[k][k];
        }
        return hits;
    }

    private double all() {
        return Arrays.stream(counts).flatMapToDouble(Arrays::stream).sum();
    }

    private double actual(int k) {
        return Arrays.stream(counts[k]).sum();
    }

    private double predicted(int k) {
        return Arrays.stream(counts).mapToDouble(row -> row[k]).sum();
    }

    private int place(String className) {
        int place = classes.indexOf(className);
        if (place < 0) {
            throw new IllegalArgumentException(
                    "no class '%s'; there are: %s"
                            .formatted(className, String.join(", ", classes)));
        }
        return place;
    }

    private static double share(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }

    /** Returns the counts, a row for each true class. */
    @Override
    public String toString() {
        return Grid.of(new ConfusionGrid(this)).text();
    }
}
