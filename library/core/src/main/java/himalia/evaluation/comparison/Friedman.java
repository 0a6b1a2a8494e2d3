package himalia.evaluation.comparison;

import static himalia.display.bundle.Given.given;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Gamma;

/**
 * Whether several models differ over several tables, by their ranks; and by Nemenyi's test which of them do.
 *
 * <pre>{@code
 * double[][] scores = {{0.81, 0.79, 0.89}, {0.84, 0.78, 0.80}, {0.79, 0.77, 0.87}};   // a row a table, a number a model
 * Friedman test = Friedman.of(List.of("linear", "tree", "forest"), scores);
 * test.p()
 * test.meanRanks()               // 1 is best
 * test.criticalDifference(0.05)  // models whose mean ranks lie further apart differ
 * }</pre>
 *
 * <p>J. Demšar (2006): Statistical Comparisons of Classifiers over Multiple Data Sets. Journal of Machine Learning Research 7, 1–30.
 *
 * @param models their names
 * @param meanRanks of each model over all tables, 1 at best
 * @param tables how many there are
 * @param chiSquared the statistic, corrected for equal scores
 */
public record Friedman(List<String> models, List<Double> meanRanks, int tables, double chiSquared) {
    public Friedman {
        models = List.copyOf(given(models, "models"));
        meanRanks = List.copyOf(given(meanRanks, "meanRanks"));
        if (models.size() != meanRanks.size()) {
            throw new IllegalArgumentException(
                    "as many names as ranks are wanted, got %d and %d"
                            .formatted(models.size(), meanRanks.size()));
        }
    }

    /**
     * Ranks the models on each table.
     *
     * @param models their names, at least three; two are compared by a {@link PairedTest}
     * @param scores a row a table or a fold, a number a model; more is better
     */
    public static Friedman of(List<String> models, double[][] scores) {
        given(models, "models");
        given(scores, "scores");
        int count = models.size();
        if (count < 3 || scores.length < 2) {
            throw new IllegalArgumentException(
                    "three models at least and two tables are wanted, got %d and %d; compare two models by PairedTest"
                            .formatted(count, scores.length));
        }
        var sums = new double[count];
        double ties = 0;
        for (int table = 0; table < scores.length; table++) {
            var row = scores[table];
            if (row.length != count || Arrays.stream(row).anyMatch(Double::isNaN)) {
                throw new IllegalArgumentException(
                        "row %d has %s, and a score of each of %d models is wanted"
                                .formatted(table, Arrays.toString(row), count));
            }
            for (int model = 0; model < count; model++) {
                double own = row[model];
                long better = Arrays.stream(row).filter(other -> other > own).count();
                long equal = Arrays.stream(row).filter(other -> other == own).count();
                sums[model] += better + (equal + 1) / 2.0;
                ties += (double) equal * equal - 1;
            }
        }
        int tables = scores.length;
        double squares = Arrays.stream(sums).map(sum -> sum * sum).sum();
        double plain =
                12.0 / (tables * count * (count + 1.0)) * squares - 3 * tables * (count + 1.0);
        double correction = 1 - ties / (tables * count * ((double) count * count - 1));
        return new Friedman(
                models,
                Arrays.stream(sums).mapToObj(sum -> sum / tables).toList(),
                tables,
                correction == 0 ? 0 : plain / correction);
    }

    /** Returns the probability of such ranks where all models are equally good. */
    public double p() {
        return Gamma.regularizedGammaQ((models.size() - 1) / 2.0, chiSquared / 2);
    }

    /**
     * Returns by how much two mean ranks differ at least that differ by more than chance, by Nemenyi's test.
     *
     * @param alpha how probable it may be that any are told apart where there is no difference, such as 0.05
     */
    public double criticalDifference(double alpha) {
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException(
                    "alpha must be between 0 and 1, such as 0.05, got " + alpha);
        }
        int count = models.size();
        return StudentizedRange.quantile(1 - alpha, count)
                / Math.sqrt(2)
                * Math.sqrt(count * (count + 1.0) / (6.0 * tables));
    }

    /** Returns whether two models differ, by Nemenyi's test after Friedman's. */
    public boolean areDifferent(String one, String other, double alpha) {
        return p() < alpha && Math.abs(rank(one) - rank(other)) > criticalDifference(alpha);
    }

    private double rank(String model) {
        int place = models.indexOf(given(model, "model"));
        if (place < 0) {
            throw new IllegalArgumentException(
                    "no model '%s'; there are: %s".formatted(model, String.join(", ", models)));
        }
        return meanRanks.get(place);
    }

    /** Returns the models that are no worse than the best by more than chance, the best first. */
    public List<String> best(double alpha) {
        var order =
                IntStream.range(0, models.size())
                        .boxed()
                        .sorted(
                                (one, other) ->
                                        Double.compare(meanRanks.get(one), meanRanks.get(other)))
                        .map(models::get)
                        .toList();
        return order.stream().filter(each -> !areDifferent(order.get(0), each, alpha)).toList();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "Friedman's test of %d models on %d tables: chi² %.3f, p %.4f; mean ranks %s, critical difference %.3f",
                models.size(),
                tables,
                chiSquared,
                p(),
                meanRanks,
                criticalDifference(0.05));
    }
}
