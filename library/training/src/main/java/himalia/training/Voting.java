package himalia.training;

import static himalia.display.bundle.Given.given;

import himalia.model.Model;
import himalia.model.Provenance;
import himalia.model.Target;
import himalia.model.Trainer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * @param members at least one, all of classes or all of numbers
 * @param by what is averaged
 */
public record Voting(List<Trainer> members, By by) implements Trainer {
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
    }

    /** Averages probabilities, or numbers. */
    public Voting(List<Trainer> members) {
        this(members, By.MEAN);
    }

    @Override
    public Model fit(Table table, String label) {
        var models = Members.trained(this, members, table, label);
        var schema = models.get(0).schema();
        if (by == By.MAJORITY && !(schema.target() instanceof Target.Classes)) {
            throw new IllegalArgumentException(
                    "numbers of '%s' are averaged, and there is no majority; take Voting.By.MEAN"
                            .formatted(label));
        }
        return new EnsembleModel(schema, this, models, Provenance.of(table));
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
