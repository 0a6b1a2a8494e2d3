package himalia.training;

import static himalia.display.bundle.Given.given;

import himalia.evaluation.validation.NestedTrainer;
import himalia.model.Model;
import himalia.model.Provenance;
import himalia.model.Target;
import himalia.model.Trainer;
import himalia.table.Tables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tech.tablesaw.api.Table;

/**
 * Several trainers learn from the same rows, and their models are averaged: probabilities or votes for classes, numbers where numbers are
 * predicted.
 *
 * <pre>{@code
 * var members = List.<Trainer>of(new LogisticRegression(1.0), new RandomForest(100, 42), new GaussianNB());
 * Model model = new Voting(members).fit(train, "churned");
 * Model votes = new Voting(members, Voting.By.MAJORITY).fit(train, "churned");
 * }</pre>
 *
 * <p>As scikit-learn's {@code VotingClassifier} and {@code VotingRegressor}, but that probabilities are averaged unless votes are asked for.
 *
 * @param members at least one, all of classes, all of numbers, or all rankers within the same query
 * @param by what is averaged
 */
public record Voting(List<Trainer> members, By by) implements NestedTrainer {
    /** What members are asked for. */
    public enum By {
        /** Their probabilities, or their numbers. */
        MEAN,
        /** Their most probable class: shares of the votes are the probabilities; of two classes with as many votes it is the second. */
        MAJORITY
    }

    public Voting {
        members = List.copyOf(given(members, "members"));
        given(by, "by");
        if (members.isEmpty()) {
            throw new IllegalArgumentException("members are empty; name one trainer at least");
        }
        NestedTrainer.rankedWithin(members);
    }

    /** Averages probabilities, or numbers. */
    public Voting(List<Trainer> members) {
        this(members, By.MEAN);
    }

    @Override
    public Optional<Target.Kind> predicts() {
        return NestedTrainer.predictedBy(members);
    }

    @Override
    public Optional<String> ranksWithin() {
        return NestedTrainer.rankedWithin(members);
    }

    @Override
    public Model fit(Table table, String label) {
        Tables.column(table, label);
        var models = Members.trained(this, members, table, label, this::check);
        return new EnsembleModel(
                Members.schema(models),
                this,
                models,
                Provenance.of(Members.read(columns(), models, table)));
    }

    private void check(Model model) {
        if (by == By.MAJORITY && !(model.schema().target() instanceof Target.Classes)) {
            throw new IllegalArgumentException(
                    "numbers of '%s' are averaged, and there is no majority; take Voting.By.MEAN"
                            .formatted(model.schema().label()));
        }
    }

    @Override
    public List<String> columns() {
        return Members.columns(members);
    }

    /** Returns whether all members keep them. */
    @Override
    public boolean keepsRows() {
        return members.stream().allMatch(Trainer::keepsRows);
    }

    @Override
    public Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        settings.put(
                "members",
                members.stream().map(Trainer::toString).collect(Collectors.joining(", ")));
        settings.put("by", by.name());
        return settings;
    }
}
