package himalia.evaluation.calibration;

import static himalia.display.bundle.Given.given;

/** Decision values and the truth, as calibrations are fitted to them. */
final class Decisions {
    private Decisions() {}

    /** Refuses what nothing can be fitted to. */
    static void check(double[] decision, boolean[] positive) {
        given(decision, "decision");
        given(positive, "positive");
        if (decision.length != positive.length || decision.length == 0) {
            throw new IllegalArgumentException(
                    "as many decision values and truths are wanted, and one at least, got %d and %d"
                            .formatted(decision.length, positive.length));
        }
        for (int row = 0; row < decision.length; row++) {
            if (!Double.isFinite(decision[row])) {
                throw new IllegalArgumentException(
                        "the decision value of row %d is %s; drop the row"
                                .formatted(row, decision[row]));
            }
        }
    }
}
