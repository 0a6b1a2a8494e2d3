package himalia.magics.evaluation;

import himalia.magics.spi.Candidates;
import himalia.magics.spi.LineSoFar;
import himalia.model.Trainer;
import java.util.List;

/** Offers the variables that are trainers. */
public final class TrainerVariables implements Candidates {
    @Override
    public List<String> of(LineSoFar line) {
        return List.copyOf(line.variables(Trainer.class).keySet());
    }
}
