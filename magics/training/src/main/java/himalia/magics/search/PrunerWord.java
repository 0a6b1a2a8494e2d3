package himalia.magics.search;

import himalia.search.Pruner;
import himalia.search.pruners.HyperbandPruner;
import himalia.search.pruners.MedianPruner;
import himalia.search.pruners.PatientPruner;
import himalia.search.pruners.PercentilePruner;
import himalia.search.pruners.SuccessiveHalvingPruner;

/** Pruners as a line names them, for steps that are folds. */
enum PrunerWord {
    NONE,
    MEDIAN,
    QUARTILE,
    HALVING,
    HYPERBAND,
    PATIENT;

    private static final int QUARTER = 25;
    private static final int STARTUPS = 5;

    /** Folds are few: rungs lie close. */
    private static final int FACTOR = 2;

    Pruner of(int folds) {
        return switch (this) {
            case NONE -> Pruner.none();
            case MEDIAN -> new MedianPruner();
            case QUARTILE -> new PercentilePruner(QUARTER, STARTUPS, 0, 1);
            case HALVING -> new SuccessiveHalvingPruner(1, FACTOR, 0);
            case HYPERBAND -> new HyperbandPruner(1, Math.max(1, folds), FACTOR);
            case PATIENT -> new PatientPruner(1);
        };
    }
}
