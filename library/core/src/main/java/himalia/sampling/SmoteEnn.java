package himalia.sampling;

import static himalia.display.bundle.Given.given;

import java.util.random.RandomGenerator;
import tech.tablesaw.api.Table;

/**
 * Adds rows by {@link Smote}, then drops those of all classes that their nearest rows disagree with, by {@link
 * EditedNearestNeighbours}.
 *
 * <pre>{@code
 * Table balanced = new SmoteEnn(5, 42).resample(train, "churned");
 * }</pre>
 *
 * <p>G. E. A. P. A. Batista, R. C. Prati, M. C. Monard (2004): A Study of the Behavior of Several Methods for Balancing
 * Machine Learning Training Data. ACM SIGKDD Explorations 6 (1), 20–29.
 *
 * @param smote how rows are added
 * @param edited how they are dropped
 */
public record SmoteEnn(Smote smote, EditedNearestNeighbours edited) implements SeededSampler {
    public SmoteEnn {
        given(smote, "smote", "give one, such as new Smote(5, 42)");
        given(edited, "edited", "give one, such as new EditedNearestNeighbours()");
    }

    public SmoteEnn(int neighbours, long seed) {
        this(
                new Smote(neighbours, seed),
                new EditedNearestNeighbours(3, Agreement.ALL, new Strategy("all")));
    }

    @Override
    public long seed() {
        return smote.seed();
    }

    @Override
    public Resampling trace(Table table, String label, RandomGenerator random) {
        var examples = Examples.of(table, label, "SMOTE");
        var draft = smote.grow(examples, random);
        edited.clean(examples.all(draft), draft, EditedNearestNeighbours.NAME);
        return examples.grown(draft);
    }
}
