package himalia.model;

import java.util.List;

/**
 * The records that model files may hold; each jar names its own in {@code META-INF/services/himalia.model.SavedTypes}.
 *
 * <pre>{@code
 * public final class MyTypes implements SavedTypes {
 *     public List<Class<? extends Record>> types() {
 *         return List.of(MeanTrainer.class, SavedMean.class);
 *     }
 * }
 * }</pre>
 *
 * <p>Nothing else is made from a file, so that a file from a stranger runs no code that was not meant for it.
 */
public interface SavedTypes {
    /** Returns the records: what models and steps are in a file, and the settings of trainers, steps and samplers. */
    List<Class<? extends Record>> types();
}
