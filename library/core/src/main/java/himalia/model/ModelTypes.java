package himalia.model;

import java.util.List;

/**
 * The records of this package that model files hold.
 *
 * <pre>{@code
 * new ModelTypes().types().contains(Schema.class)   // true: a file tells what its model reads
 * }</pre>
 */
public final class ModelTypes implements SavedTypes {
    @Override
    public List<Class<? extends Record>> types() {
        return List.of(
                Schema.class,
                Feature.class,
                Target.Classes.class,
                Target.Numbers.class,
                Target.Groups.class,
                Target.Scores.class,
                Provenance.class);
    }
}
