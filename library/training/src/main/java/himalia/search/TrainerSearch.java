package himalia.search;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Amount;
import himalia.evaluation.Metric;
import himalia.evaluation.folds.Splitter;
import himalia.evaluation.validation.CrossValidation;
import himalia.model.Trainer;
import himalia.table.Tables;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tech.tablesaw.api.Table;

/**
 * Searches the settings of a trainer by cross-validation: the space names the components of its record, {@code trainer.c} those of one inside it, such as that of a
 * pipeline.
 *
 * <pre>{@code
 * var search = TrainerSearch.of(new GradientBoosting(100, 42), train, "churned", new StratifiedKFold(5, 42), "roc_auc");
 * var study = search.study(SearchSpace.of("depth=int(2, 8), rate=log(0.01, 0.3)"), new TpeSampler(42));
 * study.run(30, search);
 * search.trainer(study.best().settings()).fit(train, "churned")
 * }</pre>
 *
 * <p>After each fold the mean so far is reported, so that a pruner may leave the other folds out. The score of the best trial is too good, since it is the best of many: judge
 * the model by rows that had no part in the search.
 */
public final class TrainerSearch implements StudyObjective {
    private final Trainer trainer;
    private final Table table;
    private final String label;
    private final Splitter splitter;
    private final Metric metric;

    private TrainerSearch(
            Trainer trainer, Table table, String label, Splitter splitter, Metric metric) {
        this.trainer = trainer;
        this.table = table;
        this.label = label;
        this.splitter = splitter;
        this.metric = metric;
    }

    /**
     * Prepares a search; nothing is trained yet.
     *
     * @param trainer a record of settings, which stay where the space does not name them
     * @param metric its name, such as {@code roc_auc}
     * @throws IllegalArgumentException if there is no such column or metric, or it judges what the trainer is known not to predict
     */
    public static TrainerSearch of(
            Trainer trainer, Table table, String label, Splitter splitter, String metric) {
        given(trainer, "trainer");
        given(table, "table");
        given(label, "label");
        given(splitter, "splitter");
        Tables.column(table, label);
        var judge = Metric.named(metric);
        judge.checkFits(trainer);
        return new TrainerSearch(trainer, table, label, splitter, judge);
    }

    /**
     * Begins a study that goes the metric's way.
     *
     * @throws IllegalArgumentException if the trainer has no such setting, or one of another kind, or some fold leaves the metric undefined
     */
    public Study study(SearchSpace space, SearchSampler sampler) {
        TrainerSettings.check(trainer, given(space, "space"));
        CrossValidation.of(trainer, table, label, splitter).checkDefined(metric);
        var direction = metric.isGreaterBetter() ? Direction.MAXIMIZE : Direction.MINIMIZE;
        return Study.of(direction, space, sampler).of(objective(space));
    }

    /** What a trial's value is of: another one cannot be compared with it. */
    private String objective(SearchSpace space) {
        var of = told(trainer);
        for (var name : space.names()) {
            // What is searched may be anything in the trainer that is given.
            var last = name.substring(name.lastIndexOf('.') + 1);
            of = of.replaceAll("\\b" + Pattern.quote(last) + "=[^,\\]]*", last + "=?");
        }
        return "%s of %s for '%s' in %s, by %s"
                .formatted(
                        metric.name(),
                        of,
                        label,
                        Amount.of(table.rowCount(), "row"),
                        told(splitter));
    }

    /** A class of a cell has another name in another session, and one that says nothing of itself another number. */
    private static String told(Object part) {
        return part.toString().replaceAll("\\$Cell\\d+\\$|@[0-9a-f]+\\b", "");
    }

    Trainer trainer() {
        return trainer;
    }

    Table table() {
        return table;
    }

    String label() {
        return label;
    }

    Splitter splitter() {
        return splitter;
    }

    String metric() {
        return metric.name();
    }

    /** Returns the trainer with the settings of a trial. */
    public Trainer trainer(Map<String, Object> settings) {
        return TrainerSettings.with(trainer, given(settings, "settings"));
    }

    /** Returns the metric's mean over the folds. */
    @Override
    public double value(Trial trial) {
        given(trial, "trial");
        var scores =
                CrossValidation.of(trainer(trial.settings()), table, label, splitter)
                        .scores(
                                List.of(metric),
                                soFar ->
                                        trial.report(
                                                soFar.folds().size(), soFar.mean(metric.name())));
        scores.comparable(metric.name());
        return scores.mean(metric.name());
    }

    @Override
    public String toString() {
        return "%s of %s".formatted(metric, trainer);
    }
}
