package himalia.training;

import static himalia.display.bundle.Given.given;

import himalia.evaluation.folds.Splitter;
import himalia.evaluation.validation.CrossValidation;
import himalia.evaluation.validation.NestedTrainer;
import himalia.model.Model;
import himalia.model.Predictions;
import himalia.model.Provenance;
import himalia.model.Schema;
import himalia.model.Target;
import himalia.model.Trainer;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import tech.tablesaw.api.Table;

/**
 * A last model that learns from what several others say of rows that they have not seen.
 *
 * <pre>{@code
 * var stacking = new Stacking(
 *         List.of(new RandomForest(100, 42), new GaussianNB()), new LogisticRegression(0.04), new StratifiedKFold(5, 42));
 * Model model = stacking.fit(train, "churned");
 * }</pre>
 *
 * <p>D. H. Wolpert (1992): Stacked Generalization. Neural Networks 5, 241–259. As scikit-learn's {@code StackingClassifier} and {@code
 * StackingRegressor}: the last model sees out-of-fold probabilities (of two classes the second one's) or numbers, and no other column; then
 * all members are trained on all rows. A {@link LogisticRegression} as the last one standardises what the members say, as it does all columns:
 * {@code c} 0.04 is about scikit-learn's 1 there.
 *
 * @param members at least one, all of classes or all of numbers
 * @param last what learns from their predictions
 * @param splitter judges by each row once, such as {@code StratifiedKFold} for classes and {@code KFold} for numbers
 */
public record Stacking(List<Trainer> members, Trainer last, Splitter splitter)
        implements NestedTrainer {
    public Stacking {
        members = List.copyOf(given(members, "members"));
        given(last, "last");
        given(splitter, "splitter");
        if (members.isEmpty()) {
            throw new IllegalArgumentException("members are empty; name one trainer at least");
        }
        members.forEach(Stacking::checkRanksNone);
        checkRanksNone(last);
    }

    /** Scores of two queries say nothing about each other, and what judges the members sees no query. */
    private static void checkRanksNone(Trainer trainer) {
        if (trainer.ranksWithin().isPresent()) {
            throw new IllegalArgumentException(
                    "%s ranks the rows of a query, and Stacking learns from scores of all queries together; average rankers by a Voting, or train it alone"
                            .formatted(trainer.name()));
        }
    }

    @Override
    public Optional<Target.Kind> predicts() {
        return NestedTrainer.predictedBy(members);
    }

    @Override
    public Model fit(Table table, String label) {
        Tables.column(table, label);
        var said = new ArrayList<double[][]>();
        var models =
                Members.trained(
                        this,
                        members,
                        table,
                        label,
                        model ->
                                said.add(
                                        StackingModel.values(
                                                outOfFold(members.get(said.size()), table, label),
                                                Members.outputs(model.schema()))));
        try {
            var schema = Members.schema(models);
            var answers =
                    StackingModel.table(said, Members.outputs(schema))
                            .addColumns(table.column(label).copy());
            var judge = judge(answers, label);
            Target.checkLabelled(judge, "Stacking");
            checkKind(judge, schema, label);
            var rows = Provenance.of(Members.read(columns(), models, table));
            return new StackingModel(schema, this, models, judge, rows);
        } catch (RuntimeException e) {
            models.forEach(Model::close);
            throw e;
        }
    }

    private Model judge(Table answers, String label) {
        try {
            return last.fit(answers, label).withoutRows();
        } catch (CancellationException e) {
            throw Members.interrupted(this, members.size(), members, e);
        }
    }

    /** What judges says the same kind as the members do: the schema is theirs. */
    private void checkKind(Model judge, Schema schema, String label) {
        boolean areClasses = schema.target() instanceof Target.Classes;
        if (areClasses != judge.schema().target() instanceof Target.Classes) {
            judge.close();
            throw new IllegalArgumentException(
                    "the members predict %s of '%s', and %s, which judges them, predicts %s; take %s in its place"
                            .formatted(
                                    areClasses ? "classes" : "numbers",
                                    label,
                                    last,
                                    areClasses ? "numbers" : "classes",
                                    areClasses
                                            ? "a classifier such as LogisticRegression"
                                            : "a regressor such as Ridge"));
        }
    }

    private Predictions outOfFold(Trainer member, Table table, String label) {
        var others = new ArrayList<>(columns());
        others.removeAll(splitter.columns());
        var features = Members.features(others, member, table, label);
        return CrossValidation.of(member, features, label, splitter).outOfFold();
    }

    @Override
    public List<String> columns() {
        return NestedTrainer.columnsOf(splitter, members);
    }

    @Override
    public Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        settings.put(
                "members",
                members.stream().map(Trainer::toString).collect(Collectors.joining(", ")));
        settings.put("last", last.toString());
        settings.put("splitter", splitter.toString());
        return settings;
    }
}
