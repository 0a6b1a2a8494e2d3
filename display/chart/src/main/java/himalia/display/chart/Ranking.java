package himalia.display.chart;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Amount;
import himalia.display.chart.mark.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows of a binary problem in the order of their scores, equal scores taken together: what ROC, precision-recall and
 * calibration curves are read from.
 *
 * @param truePositives at each threshold, how many positive rows score at least that
 * @param falsePositives likewise for negative rows
 */
record Ranking(List<Long> truePositives, List<Long> falsePositives) {
    static Ranking of(boolean[] truth, double[] scores) {
        check(truth, scores);
        var order =
                IntStream.range(0, scores.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble((Integer i) -> scores[i]).reversed())
                        .toList();
        var trues = new ArrayList<>(List.of(0L));
        var falses = new ArrayList<>(List.of(0L));
        long positive = 0;
        long negative = 0;
        for (int i = 0; i < order.size(); i++) {
            var row = order.get(i);
            positive += truth[row] ? 1 : 0;
            negative += truth[row] ? 0 : 1;
            if (i == order.size() - 1 || scores[order.get(i + 1)] != scores[row]) {
                trues.add(positive);
                falses.add(negative);
            }
        }
        if (positive == 0 || negative == 0) {
            throw new IllegalArgumentException(
                    "a curve over thresholds needs rows of both classes, got "
                            + positive
                            + " positive and "
                            + negative
                            + " negative ones");
        }
        return new Ranking(List.copyOf(trues), List.copyOf(falses));
    }

    /** Refuses what has no place in an order. */
    static void check(boolean[] truth, double[] scores) {
        given(truth, "truth");
        given(scores, "the array of scores");
        if (truth.length != scores.length) {
            throw new IllegalArgumentException(
                    Amount.of(truth.length, "label")
                            + " and "
                            + Amount.of(scores.length, "score")
                            + "; give one score for each label");
        }
        for (int row = 0; row < scores.length; row++) {
            if (Double.isNaN(scores[row])) {
                throw new IllegalArgumentException(
                        "the score of row "
                                + row
                                + " is NaN, and stands in no order; give it a score, or leave the"
                                + " row out");
            }
        }
    }

    int size() {
        return truePositives.size();
    }

    long positives() {
        return truePositives.get(size() - 1);
    }

    long negatives() {
        return falsePositives.get(size() - 1);
    }

    Numbers truePositiveRate() {
        return Numbers.of(
                truePositives.stream().mapToDouble(n -> (double) n / positives()).toArray());
    }

    Numbers falsePositiveRate() {
        return Numbers.of(
                falsePositives.stream().mapToDouble(n -> (double) n / negatives()).toArray());
    }

    /** Precision at each threshold; at the first, where nothing is found, 1 by convention. */
    Numbers precision() {
        return Numbers.of(
                IntStream.range(0, size())
                        .mapToDouble(
                                i ->
                                        i == 0
                                                ? 1
                                                : (double) truePositives.get(i)
                                                        / (truePositives.get(i)
                                                                + falsePositives.get(i)))
                        .toArray());
    }

    /** The area under the ROC curve, by trapezoids. */
    double area() {
        var x = falsePositiveRate();
        var y = truePositiveRate();
        return IntStream.range(1, size())
                .mapToDouble(i -> (x.at(i) - x.at(i - 1)) * (y.at(i) + y.at(i - 1)) / 2)
                .sum();
    }

    /** The mean of the precisions, weighted by the recall each adds. */
    double averagePrecision() {
        var recall = truePositiveRate();
        var precision = precision();
        return IntStream.range(1, size())
                .mapToDouble(i -> (recall.at(i) - recall.at(i - 1)) * precision.at(i))
                .sum();
    }
}
