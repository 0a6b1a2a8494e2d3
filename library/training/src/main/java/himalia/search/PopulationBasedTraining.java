package himalia.search;

import static himalia.display.bundle.Given.given;

import himalia.evaluation.Metric;
import himalia.model.Trainer;
import himalia.table.Tables;
import tech.tablesaw.api.Table;

/**
 * Population based training: several learners learn side by side, and from time to time the worst take over what the best have learnt and go on with other settings. What comes out is a model and a
 * schedule, such as of a rate that falls, where a {@link Study} finds settings that stay.
 *
 * <pre>{@code
 * var pbt = new PopulationBasedTraining(SearchSpace.of("rate=log(1e-4, 0.3)"), 8, 42);
 * var population = pbt.start(new MultilayerPerceptron(List.of(16), 2, 42), train, "churned", test, "roc_auc");
 * population.run(10)          // ten times two epochs
 * population.model()
 * }</pre>
 *
 * <p>Each generation a member learns from all rows once more (a network, so many epochs as its trainer has) and is scored by rows that it does not learn from. A member among the worst quarter
 * copies one of the best quarter, drawn by chance, weights and settings, and each setting of the copy is changed: drawn anew one time in four, else a number is multiplied by 0.8 or 1.2, and a choice stays.
 * Learners are those that can go on: a {@code MultilayerPerceptron}, whose Adam begins anew each generation, {@code SgdClassifier} and {@code SgdRegressor}.
 *
 * <p>M. Jaderberg et al. (2017): Population Based Training of Neural Networks. arXiv:1711.09846; truncation selection, perturbing and resampling as there.
 *
 * @param space the settings that change while a member learns
 * @param size how many members, at least 4
 * @param share of the members that copy, and as many that are copied; above 0 and at most a half
 * @param resample how probable it is that a setting of a copy is drawn anew, from 0 to 1
 * @param seed makes two populations agree
 */
public record PopulationBasedTraining(
        SearchSpace space, int size, double share, double resample, long seed) {
    private static final int FEWEST = 4;
    private static final double QUARTER = 0.25;

    public PopulationBasedTraining {
        if (given(space, "space").isEmpty()) {
            throw new IllegalArgumentException(
                    "the space is empty, and there is nothing to change; add a setting, such as SearchSpace.of(\"rate=log(0.001, 1)\")");
        }
        if (size < FEWEST) {
            throw new IllegalArgumentException(
                    "a population has at least %d members, got %d".formatted(FEWEST, size));
        }
        if (!(share > 0 && share <= 1.0 / 2)) {
            throw new IllegalArgumentException(
                    "share must be above 0 and at most 0.5, got " + share);
        }
        if (!(resample >= 0 && resample <= 1)) {
            throw new IllegalArgumentException("resample must be from 0 to 1, got " + resample);
        }
    }

    /** A quarter copies a quarter, and one setting of four is drawn anew. */
    public PopulationBasedTraining(SearchSpace space, int size, long seed) {
        this(space, size, QUARTER, QUARTER, seed);
    }

    /**
     * Begins a population; nothing is trained yet.
     *
     * @param trainer a record of settings, which stay where the space does not name them
     * @param validation rows that no member learns from, by which all are scored
     * @param metric its name, such as {@code roc_auc}
     * @throws IllegalArgumentException if the trainer cannot go on from what it has learnt, has no such setting, there is no such column or metric, or the validation rows leave the metric
     *     undefined
     */
    public Population start(
            Trainer trainer, Table train, String label, Table validation, String metric) {
        given(trainer, "trainer");
        Tables.column(given(train, "train"), given(label, "label"));
        Tables.column(given(validation, "validation"), label);
        var judge = Metric.named(metric);
        judge.checkFits(trainer);
        TrainerSettings.check(trainer, space);
        DefinedScore.check(judge, train, label, validation);
        return new Population(
                this, trainer, Continuation.start(trainer, train, label), validation, judge);
    }
}
