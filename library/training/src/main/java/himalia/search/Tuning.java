package himalia.search;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Displayable;
import himalia.display.bundle.MimeBundle;
import himalia.model.Trainer;

/**
 * A trainer whose settings were searched.
 *
 * <pre>{@code
 * var search = TrainerSearch.of(new GradientBoosting(100, 42), train, "churned", new StratifiedKFold(5, 42), "roc_auc");
 * var study = search.study(SearchSpace.of("depth=int(2, 8)"), new TpeSampler(42));
 * var tuned = Tuning.run(search, study, 30);
 * var model = tuned.trainer().fit(train, "churned");
 * }</pre>
 *
 * @param search what was asked of each trial
 * @param study the trials
 */
public record Tuning(TrainerSearch search, Study study) implements Displayable {
    public Tuning {
        given(search, "search");
        given(study, "study");
    }

    /** Runs a study of a search, and returns both. */
    public static Tuning run(TrainerSearch search, Study study, int trials) {
        return run(search, study, trials, 1);
    }

    /** Runs a study of a search, several trials at the same time, each in a process of this machine, and returns both. */
    public static Tuning run(TrainerSearch search, Study study, int trials, int workers) {
        given(search, "search");
        given(study, "study").run(trials, workers, search);
        return new Tuning(search, study);
    }

    /**
     * Returns the trainer with the best settings.
     *
     * @throws IllegalStateException if no trial is complete
     */
    public Trainer trainer() {
        return search.trainer(study.best().settings());
    }

    @Override
    public MimeBundle bundle() {
        return study.bundle();
    }

    @Override
    public String toString() {
        return study.toString();
    }
}
