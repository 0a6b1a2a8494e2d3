package himalia.magics.objectives;

import himalia.magics.spi.Candidates;
import himalia.magics.spi.LineSoFar;
import himalia.model.Model;
import java.util.List;

/** Offers the variables that are models. */
public final class ModelVariables implements Candidates {
    @Override
    public List<String> of(LineSoFar line) {
        return List.copyOf(line.variables(Model.class).keySet());
    }
}
