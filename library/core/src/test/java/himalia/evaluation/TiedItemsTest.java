package himalia.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Items of the same score may stand in any order: what is right is said by all orders that there are. */
class TiedItemsTest {
    private static final int ITEMS = 6;

    @Test
    void anEqualScoreCountsForEachOrderAlike() {
        var random = new Random(7);
        for (int round = 0; round < 60; round++) {
            var relevance = random.ints(ITEMS, 0, 3).asDoubleStream().toArray();
            var score = random.ints(ITEMS, 0, 1 + random.nextInt(4)).asDoubleStream().toArray();
            for (var metric :
                    List.<ToDoubleFunction<RankingScores>>of(
                            RankingScores::dcg,
                            scores -> scores.ndcg(2),
                            scores -> scores.meanReciprocalRank(1),
                            scores -> scores.meanAveragePrecision(1),
                            scores -> scores.meanAveragePrecision(2, 3))) {
                assertThat(metric.applyAsDouble(of(relevance, score)))
                        .isCloseTo(
                                orders(score).stream()
                                        .mapToDouble(
                                                order -> metric.applyAsDouble(of(relevance, order)))
                                        .average()
                                        .orElseThrow(),
                                within(1e-12));
            }
        }
    }

    private static RankingScores of(double[] relevance, double[] score) {
        return RankingScores.of(new double[][] {relevance}, new double[][] {score});
    }

    /** Scores without ties, in each order that these allow. */
    private static List<double[]> orders(double[] score) {
        var all = new ArrayList<double[]>();
        permute(new ArrayList<>(), score, all);
        return all;
    }

    private static void permute(List<Integer> begun, double[] score, List<double[]> all) {
        if (begun.size() == score.length) {
            var order = new double[score.length];
            IntStream.range(0, order.length).forEach(place -> order[begun.get(place)] = -place);
            all.add(order);
            return;
        }
        double highest =
                IntStream.range(0, score.length)
                        .filter(item -> !begun.contains(item))
                        .mapToDouble(item -> score[item])
                        .max()
                        .orElseThrow();
        for (int item = 0; item < score.length; item++) {
            if (score[item] == highest && !begun.contains(item)) {
                var next = new ArrayList<>(begun);
                next.add(item);
                permute(next, score, all);
            }
        }
    }
}
