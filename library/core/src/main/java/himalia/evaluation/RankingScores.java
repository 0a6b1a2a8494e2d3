package himalia.evaluation;

import static himalia.display.bundle.Given.given;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How well scores put what is relevant first, on the mean over queries.
 *
 * <pre>{@code
 * double[][] relevance = {{3, 0, 1}, {0, 2, 0}};      // a row a query, a number an item
 * double[][] score = {{0.9, 0.5, 0.1}, {0.2, 0.8, 0.3}};
 * RankingScores.of(relevance, score).ndcg()
 * }</pre>
 *
 * <p>As scikit-learn's: the gain is the relevance itself, the discount the logarithm to base 2 of one more than the rank. Of items of the same score,
 * which may stand in any order, each number is the mean over all orders.
 */
public final class RankingScores {
    private final double[][] relevance;
    private final double[][] score;

    private RankingScores(double[][] relevance, double[][] score) {
        this.relevance = relevance;
        this.score = score;
    }

    /**
     * Takes the queries.
     *
     * @param relevance of each item of each query, at least 0
     * @param score what a model says of each, likewise
     * @throws IllegalArgumentException if they are not equally many, or a number is not one that can be ranked
     */
    public static RankingScores of(double[][] relevance, double[][] score) {
        given(relevance, "relevance");
        given(score, "score");
        if (relevance.length == 0 || relevance.length != score.length) {
            throw new IllegalArgumentException(
                    "as many queries are wanted in both, and one at least, got %d and %d"
                            .formatted(relevance.length, score.length));
        }
        for (int query = 0; query < score.length; query++) {
            if (relevance[query].length != score[query].length || score[query].length == 0) {
                throw new IllegalArgumentException(
                        "query %d has %d items and %d scores"
                                .formatted(query, relevance[query].length, score[query].length));
            }
            for (int item = 0; item < score[query].length; item++) {
                if (!(relevance[query][item] >= 0) || Double.isNaN(score[query][item])) {
                    throw new IllegalArgumentException(
                            "item %d of query %d has relevance %s and score %s; relevance is at least 0, and a score a number"
                                    .formatted(
                                            item,
                                            query,
                                            relevance[query][item],
                                            score[query][item]));
                }
            }
        }
        return new RankingScores(copy(relevance), copy(score));
    }

    private static double[][] copy(double[][] rows) {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }

    /** Returns the discounted cumulative gain. */
    public double dcg() {
        return mean(query -> dcg(query, score[query], Integer.MAX_VALUE));
    }

    /** Returns the discounted cumulative gain as a share of the best there is; 0 for a query without relevant items. */
    public double ndcg() {
        return ndcg(Integer.MAX_VALUE);
    }

    /** Returns the same of the first {@code k} items alone. */
    public double ndcg(int k) {
        checkRank(k);
        return mean(
                query -> {
                    double best = dcg(query, relevance[query], k);
                    return best == 0 ? 0 : dcg(query, score[query], k) / best;
                });
    }

    /**
     * Returns the mean reciprocal rank of the first relevant item; 0 for a query without one.
     *
     * @param least from this relevance on an item is relevant
     */
    public double meanReciprocalRank(double least) {
        return mean(
                query ->
                        ties(query, least).stream()
                                .filter(tie -> tie.relevant() > 0)
                                .findFirst()
                                .map(TiedItems::reciprocalRank)
                                .orElse(0.0));
    }

    /**
     * Returns the mean average precision; 0 for a query without a relevant item.
     *
     * @param least from this relevance on an item is relevant
     */
    public double meanAveragePrecision(double least) {
        return meanAveragePrecision(least, Integer.MAX_VALUE);
    }

    /**
     * Returns the same of the first {@code k} items alone, as XGBoost's {@code map@k}: the precisions at the relevant ones among them, over as many as there
     * could be.
     */
    public double meanAveragePrecision(double least, int k) {
        checkRank(k);
        return mean(
                query -> {
                    var ties = ties(query, least);
                    double sum = ties.stream().mapToDouble(tie -> tie.precisions(k)).sum();
                    int relevant = ties.stream().mapToInt(TiedItems::relevant).sum();
                    return relevant == 0 ? 0 : sum / Math.min(relevant, k);
                });
    }

    private List<TiedItems> ties(int query, double least) {
        return TiedItems.of(order(score[query]), score[query], relevance[query], least);
    }

    private double mean(IntToDoubleFunction query) {
        return IntStream.range(0, score.length).mapToDouble(query).average().orElse(Double.NaN);
    }

    private double dcg(int query, double[] by, int k) {
        var order = order(by);
        double sum = 0;
        for (int begin = 0; begin < order.length; ) {
            double gain = 0;
            double discount = 0;
            int end = begin;
            while (end < order.length && by[order[end]] == by[order[begin]]) {
                gain += relevance[query][order[end]];
                discount += end < k ? 1 / (Math.log(end + 2) / Math.log(2)) : 0;
                end++;
            }
            sum += gain / (end - begin) * discount;
            begin = end;
        }
        return sum;
    }

    private static int[] order(double[] by) {
        return IntStream.range(0, by.length)
                .boxed()
                .sorted(Comparator.comparingDouble(item -> -by[item]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static void checkRank(int k) {
        if (k < 1) {
            throw new IllegalArgumentException("k must be at least 1, got " + k);
        }
    }

    @Override
    public String toString() {
        return "RankingScores[%d queries]".formatted(score.length);
    }
}
