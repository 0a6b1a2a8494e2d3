package himalia.magics.training;

import java.util.Locale;

/** What {@code %train} can train. */
enum Algorithm {
    XGBOOST,
    LINEAR,
    SGD,
    MLP;

    /** Returns the word that is written in a cell. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
