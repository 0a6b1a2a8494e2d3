package himalia.search.samplers;

import static himalia.display.bundle.Given.given;

import himalia.search.SearchSampler;
import himalia.search.SearchSpace;
import himalia.search.StudyHistory;
import java.util.Map;

/**
 * Draws every setting by chance, whatever came of others: what any cleverer way has to beat.
 *
 * <pre>{@code
 * Study.minimize(space, new RandomSearch(42)).run(60, objective)
 * }</pre>
 *
 * <p>J. Bergstra, Y. Bengio (2012): Random Search for Hyper-Parameter Optimization. JMLR 13, 281–305.
 *
 * @param seed makes two studies agree
 */
public record RandomSearch(long seed) implements SearchSampler {
    @Override
    public Map<String, Object> propose(SearchSpace space, StudyHistory history, int number) {
        given(space, "space");
        given(history, "history");
        var random = TrialSeeds.of(seed, number);
        return space.at(name -> random.nextDouble());
    }
}
