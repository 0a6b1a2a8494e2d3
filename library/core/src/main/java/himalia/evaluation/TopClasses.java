package himalia.evaluation;

import himalia.model.ClassPredictions;
import himalia.model.Labels;

/** The classes that are most probable in a row. */
final class TopClasses {
    private TopClasses() {}

    /** Returns the share of rows whose class is among the first; of equally probable ones the last counts first. */
    static double share(Labels actual, ClassPredictions predictions, int k) {
        if (k < 1) {
            throw new IllegalArgumentException("k must be at least 1, got " + k);
        }
        int hits = 0;
        for (int row = 0; row < actual.size(); row++) {
            int code = actual.code(row);
            double own = predictions.probability(row, code);
            int before = 0;
            for (int other = 0; other < actual.classes().size(); other++) {
                double another = predictions.probability(row, other);
                before += another > own || another == own && other > code ? 1 : 0;
            }
            hits += before < k ? 1 : 0;
        }
        return (double) hits / actual.size();
    }
}
