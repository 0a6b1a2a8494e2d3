package himalia.magics.sampling;

import himalia.magics.spi.Candidates;
import himalia.magics.spi.LineSoFar;
import himalia.sampling.Strategy;
import java.util.List;

/** Offers the rules by which a strategy chooses classes. */
public final class Strategies implements Candidates {
    @Override
    public List<String> of(LineSoFar line) {
        return Strategy.rules();
    }
}
