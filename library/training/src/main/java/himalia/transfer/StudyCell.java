package himalia.transfer;

import himalia.model.ClassPredictions;
import himalia.model.Labels;
import java.util.ArrayList;
import java.util.List;

/** One way with one number of rows: what came of its draws so far. */
final class StudyCell {
    private final TransferWay way;
    private final int rows;
    private final Labels actual;
    private final List<Double> accuracies = new ArrayList<>();
    private final int[] hits;

    StudyCell(TransferWay way, int rows, Labels actual) {
        this.way = way;
        this.rows = rows;
        this.actual = actual;
        this.hits = new int[actual.size()];
    }

    TransferWay way() {
        return way;
    }

    int rows() {
        return rows;
    }

    /** Judges what the model of one draw said of the held-out rows. */
    void add(ClassPredictions said) {
        int right = 0;
        for (int row = 0; row < hits.length; row++) {
            if (said.label(row).equals(actual.classes().get(actual.code(row)))) {
                hits[row]++;
                right++;
            }
        }
        accuracies.add((double) right / hits.length);
    }

    /**
     * Returns the scores of the draws that are done.
     *
     * @param all how many rows are drawn from
     */
    TransferScores scores(int all) {
        var shares = new double[hits.length];
        for (int row = 0; row < shares.length; row++) {
            shares[row] = (double) hits[row] / accuracies.size();
        }
        return new TransferScores(
                way,
                rows,
                accuracies.stream().mapToDouble(Double::doubleValue).toArray(),
                shares,
                (double) rows / all);
    }
}
