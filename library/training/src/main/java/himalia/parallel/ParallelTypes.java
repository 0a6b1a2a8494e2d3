package himalia.parallel;

import himalia.model.SavedTypes;
import java.util.List;

/**
 * The records of this package that model files hold.
 *
 * <pre>{@code
 * new ParallelTypes().types().contains(DataParallel.class)   // true: its models can be saved
 * }</pre>
 */
public final class ParallelTypes implements SavedTypes {
    @Override
    public List<Class<? extends Record>> types() {
        return List.of(DataParallel.class, PipelineParallel.class);
    }
}
