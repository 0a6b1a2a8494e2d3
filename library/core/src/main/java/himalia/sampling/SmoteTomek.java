package himalia.sampling;

import static himalia.display.bundle.Given.given;

import java.util.random.RandomGenerator;
import tech.tablesaw.api.Table;

/**
 * Adds rows by {@link Smote}, then drops the {@link TomekLinks} that this has made or left, of all classes.
 *
 * <pre>{@code
 * Table balanced = new SmoteTomek(5, 42).resample(train, "churned");
 * }</pre>
 *
 * <p>G. E. A. P. A. Batista, A. L. C. Bazzan, M. C. Monard (2003): Balancing Training Data for Automated Annotation of
 * Keywords: a Case Study. WOB, 10–18.
 *
 * @param smote how rows are added
 * @param tomek how they are dropped
 */
public record SmoteTomek(Smote smote, TomekLinks tomek) implements SeededSampler {
    public SmoteTomek {
        given(smote, "smote", "give one, such as new Smote(5, 42)");
        given(tomek, "tomek", "give one, such as new TomekLinks(new Strategy(\"all\"))");
    }

    public SmoteTomek(int neighbours, long seed) {
        this(new Smote(neighbours, seed), new TomekLinks(new Strategy("all")));
    }

    @Override
    public long seed() {
        return smote.seed();
    }

    @Override
    public Resampling trace(Table table, String label, RandomGenerator random) {
        var examples = Examples.of(table, label, "SMOTE");
        var draft = smote.grow(examples, random);
        tomek.clean(examples.all(draft), draft);
        return examples.grown(draft);
    }
}
