package himalia.model;

import java.util.Optional;

/**
 * A trainer whose models predict numbers, whatever they learn from.
 *
 * <pre>{@code
 * Regressor trainer = new Ridge(1.0);
 * trainer.predicts()   // Optional[NUMBERS]
 * }</pre>
 */
public interface Regressor extends Trainer {
    @Override
    default Optional<Target.Kind> predicts() {
        return Optional.of(Target.Kind.NUMBERS);
    }
}
