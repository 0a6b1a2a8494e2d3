package himalia.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is said of scores that are made up, such that only one answer is right. */
class TransferWordsTest {
    private static final int HELD_OUT = 200;

    /** Ten draws near one accuracy; rows are told right by one way in as many draws as by another, but for the share that differs. */
    private static TransferScores scores(TransferWay way, int rows, double accuracy) {
        var accuracies = new double[10];
        var hits = new double[HELD_OUT];
        for (int draw = 0; draw < accuracies.length; draw++) {
            accuracies[draw] = accuracy + (draw % 3 - 0.9) * 0.004 * (way.ordinal() + 1);
        }
        for (int row = 0; row < HELD_OUT; row++) {
            hits[row] = (row * 37 % HELD_OUT + 0.5) / HELD_OUT < accuracy ? 1 : 0;
        }
        return new TransferScores(way, rows, accuracies, hits, 0.05);
    }

    private static TransferResult result(double[]... accuracies) {
        var scores = new ArrayList<TransferScores>();
        int[] sizes = {20, 50};
        for (var way : TransferWay.values()) {
            IntStream.range(0, accuracies.length)
                    .forEach(i -> scores.add(scores(way, sizes[i], accuracies[i][way.ordinal()])));
        }
        return new TransferResult("y", scores, List.of());
    }

    @Test
    void transferHelps() {
        var result = result(new double[] {0.85, 0.9, 0.7, 0.6}, new double[] {0.9, 0.95, 0.9, 0.8});
        assertThat(result.verdict())
                .startsWith(
                        "Transfer helps with 20 and 50 rows: 'frozen features' is better with 20,"
                                + " and 'fine-tuned' is better than what begins without the source.\n"
                                + "With 20 rows: frozen features 0.850, fine-tuned 0.900, from scratch"
                                + " 0.700, raw features 0.600. 'frozen features' is better than 'from"
                                + " scratch' (p < 0.0001). ");
    }

    @Test
    void itHarms() {
        assertThat(result(new double[] {0.6, 0.8, 0.8, 0.9}).verdict())
                .startsWith(
                        "Transfer does not help here, it harms: 'frozen features' is worse than"
                                + " 'from scratch' with 20 rows; 'frozen features' is worse than 'raw"
                                + " features' with 20 rows; 'fine-tuned' is worse than 'raw features'"
                                + " with 20 rows.\n");
    }

    @Test
    void whatBeatsANetworkFromScratchMayBeNoBetterThanNone() {
        assertThat(result(new double[] {0.8, 0.8, 0.6, 0.8}).verdict())
                .startsWith(
                        "Transfer does not help here: 'frozen features' is better than 'from"
                                + " scratch' with 20 rows; 'fine-tuned' is better than 'from scratch'"
                                + " with 20 rows, but no way is shown to be better than all that begins"
                                + " without the source.\n");
    }

    @Test
    void itMayHelpOneWayAndHarmAnother() {
        assertThat(result(new double[] {0.6, 0.95, 0.8, 0.8}).verdict())
                .startsWith(
                        "Transfer helps with 20 rows: 'fine-tuned' is better than what begins"
                                + " without the source. It also harms: 'frozen features' is worse than"
                                + " 'from scratch' with 20 rows; 'frozen features' is worse than 'raw"
                                + " features' with 20 rows.\n");
    }

    @Test
    void nothingIsShown() {
        assertThat(result(new double[] {0.8, 0.8, 0.8, 0.8}).verdict())
                .startsWith(
                        "It is not shown that transfer helps here, nor that it harms: all"
                                + " differences may be chance.\n"
                                + "With 20 rows: ")
                .contains("'frozen features' is as good as 'from scratch' (p 1.000).");
    }
}
