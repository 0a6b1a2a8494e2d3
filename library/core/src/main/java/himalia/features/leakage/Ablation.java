package himalia.features.leakage;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Amount;
import himalia.display.bundle.InterruptCheck;
import himalia.display.bundle.Listed;
import himalia.evaluation.Evaluation;
import himalia.evaluation.RankingReport;
import himalia.evaluation.RegressionReport;
import himalia.evaluation.Report;
import himalia.evaluation.validation.NestedTrainer;
import himalia.features.Pipeline;
import himalia.model.Model;
import himalia.model.Trainer;
import himalia.table.Tables;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How well a model does without each column that is under suspicion: what a leak gave is lost without it.
 *
 * <pre>{@code
 * var report = LeakageCheck.of("churned").check(train, test);
 * Ablation.of(new LogisticRegression(1.0), train, test, "churned", Ablation.suspects(report))
 * }</pre>
 *
 * <p>A model is trained with all columns, then without each, which a pipeline's steps then do not name either; the score is the area under the ROC curve (of more than two classes the mean over all, each against the others), or R² where numbers are predicted. A score that falls from nearly 1 to that of
 * any other model says that the column told the label; one that stays says that others tell the same, perhaps by the same leak.
 */
public final class Ablation {
    private static final int MOST_NAMES = 4;

    private Ablation() {}

    /** Returns the columns that a report suspects to tell the label, or to be filled when it is known. */
    public static List<String> suspects(LeakageReport report) {
        return given(report, "report").leaks().stream()
                .filter(
                        leak ->
                                leak.kind() == Leak.Kind.LABEL_PROXY
                                        || leak.kind() == Leak.Kind.AFTER_THE_LABEL)
                .map(Leak::subject)
                .filter(subject -> !subject.isEmpty())
                .distinct()
                .toList();
    }

    /**
     * Returns a row for all columns, and one without each suspect: its score, and how much that is less or more; where there is no score, why.
     *
     * @param trainer what trains the models
     * @param train the rows to learn from
     * @param test the rows to judge by
     * @param label the column that is predicted
     * @param suspects the names of the columns to leave out, one at a time
     * @throws IllegalArgumentException if one is not there, or is the label
     */
    public static Table of(
            Trainer trainer, Table train, Table test, String label, List<String> suspects) {
        return of(trainer, name -> true, train, test, label, suspects);
    }

    /**
     * Returns the same for a model: its trainer learns again from the columns that it reads, and of a suspect that it does not
     * read the row says so.
     *
     * <pre>{@code
     * Ablation.of(model, train, test, "churned", Ablation.suspects(report))
     * }</pre>
     *
     * @param model what is trained again
     * @throws IllegalArgumentException if a suspect is not there, or is the label
     */
    public static Table of(
            Model model, Table train, Table test, String label, List<String> suspects) {
        var read = new HashSet<>(given(model, "model").schema().featureNames());
        // A trainer may cut its rows by columns that are no features.
        read.addAll(NestedTrainer.columnsOf(model.trainer()));
        return of(model.trainer(), read::contains, train, test, label, suspects);
    }

    private static Table of(
            Trainer trainer,
            Predicate<String> isRead,
            Table train,
            Table test,
            String label,
            List<String> suspects) {
        given(trainer, "trainer");
        given(train, "train");
        given(test, "test");
        given(label, "label");
        for (var name : given(suspects, "suspects")) {
            Tables.column(train, name, "training table");
            if (name.equals(label)) {
                throw new IllegalArgumentException(
                        "column '%s' is the label, without which there is nothing to learn; name others"
                                .formatted(name));
            }
        }
        var read =
                train.rejectColumns(
                        train.columnNames().stream()
                                .filter(name -> !name.equals(label) && !isRead.test(name))
                                .toArray(String[]::new));
        var without = StringColumn.create("without");
        var scores = DoubleColumn.create("score");
        var changes = DoubleColumn.create("change");
        var says = StringColumn.create("says");
        var interrupt = new InterruptCheck();
        for (int i = 0; i <= suspects.size(); i++) {
            interrupt.ask();
            var name = i == 0 ? "" : suspects.get(i - 1);
            without.append(name);
            if (i > 0 && !isRead.test(name)) {
                scores.append(scores.getDouble(0));
                says.append("the model does not read it");
                changes.append(0);
                continue;
            }
            try {
                var rows = i == 0 ? read : read.rejectColumns(name);
                var learner =
                        i > 0 && trainer instanceof Pipeline pipeline
                                ? pipeline.without(name)
                                : trainer;
                var score = score(learner, rows, test, label);
                scores.append(score.value());
                says.append(said(i == 0 ? "with all columns" : "", score.why()));
            } catch (IllegalArgumentException e) {
                // One that cannot be left out costs its own row; the others are told all the same.
                scores.appendMissing();
                says.append(
                        i == 0
                                ? "with all columns: " + e.getMessage()
                                : naming(trainer, name) + e.getMessage());
            }
            changes.append(scores.getDouble(i) - scores.getDouble(0));
        }
        return Table.create("ablation", without, scores, changes, says);
    }

    private static String naming(Trainer trainer, String column) {
        var steps =
                trainer instanceof Pipeline pipeline ? pipeline.naming(column) : List.<String>of();
        return steps.isEmpty()
                ? trainer instanceof NestedTrainer
                        ? "a step or a splitter within %s may name '%s'; take one that does not: "
                                .formatted(trainer.name(), column)
                        : ""
                : "%s names '%s', and the pipeline cannot be trained without it; take one whose steps do not name it: "
                        .formatted(String.join(" and ", steps), column);
    }

    private static String said(String which, String why) {
        return which.isEmpty() || why.isEmpty() ? which + why : which + ": " + why;
    }

    /** NaN has a reason. */
    private record Score(double value, String why) {}

    private static Score score(Trainer trainer, Table train, Table test, String label) {
        try (var model = trainer.fit(train, label)) {
            var evaluation = Evaluation.of(model, test);
            double value =
                    evaluation instanceof Report report
                            ? report.rocAuc()
                            : evaluation instanceof RegressionReport numbers
                                    ? numbers.r2()
                                    : ((RankingReport) evaluation).ndcg();
            return new Score(value, Double.isNaN(value) ? why(evaluation, label) : "");
        }
    }

    private static String why(Evaluation evaluation, String label) {
        if (evaluation instanceof Report report) {
            var lacking =
                    report.classes().stream()
                            .filter(name -> report.confusion().rows(name) == 0)
                            .toList();
            if (!lacking.isEmpty()) {
                return "no area under the ROC curve, since no test row is of '%s'; judge by rows of every class, as Split.stratified(table, \"%s\", …) gives them"
                        .formatted(Listed.of(lacking, MOST_NAMES), label);
            }
        }
        return "no score by %s; judge by more".formatted(Amount.of(evaluation.rows(), "test row"));
    }
}
