package himalia.model;

import java.util.Optional;

/**
 * A trainer whose models tell classes apart, whatever they learn from.
 *
 * <pre>{@code
 * Classifier trainer = new LogisticRegression(1.0);
 * trainer.predicts()   // Optional[CLASSES]
 * }</pre>
 */
public interface Classifier extends Trainer {
    @Override
    default Optional<Target.Kind> predicts() {
        return Optional.of(Target.Kind.CLASSES);
    }
}
