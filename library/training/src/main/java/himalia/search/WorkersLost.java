package himalia.search;

import org.jspecify.annotations.Nullable;

/**
 * A search by several processes ended because these were lost, one after the other; what is complete is kept.
 *
 * <pre>{@code
 * var search = TrainerSearch.of(new GradientBoosting(100, 42), train, "churned", new StratifiedKFold(5, 42), "roc_auc");
 * var study = search.study(SearchSpace.of("depth=int(2, 8)"), new TpeSampler(42));
 * Tuning tuned;
 * try {
 *     tuned = Tuning.run(search, study, 100, 8);
 * } catch (WorkersLost e) {
 *     tuned = Tuning.run(search, study, 50, 2);     // goes on where it was
 * }
 * }</pre>
 */
public final class WorkersLost extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private final String why;

    WorkersLost(String why, @Nullable Throwable cause) {
        this(why, why, cause);
    }

    private WorkersLost(String message, String why, @Nullable Throwable cause) {
        super(message, cause);
        this.why = why;
    }

    /** Returns the same, which says in its message what is kept, too. */
    WorkersLost kept(String what) {
        return new WorkersLost(why + "; " + what, why, this);
    }

    /** Returns which one was lost last, and how. */
    public String why() {
        return why;
    }
}
