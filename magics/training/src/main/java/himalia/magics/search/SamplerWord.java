package himalia.magics.search;

import himalia.magics.spi.MagicException;
import himalia.search.SearchSampler;
import himalia.search.samplers.CmaEsSampler;
import himalia.search.samplers.EvolutionSampler;
import himalia.search.samplers.GridSearch;
import himalia.search.samplers.RandomSearch;
import himalia.search.samplers.SobolSearch;
import himalia.search.samplers.TpeSampler;

/** Samplers as a line names them. */
enum SamplerWord {
    TPE,
    CMA_ES,
    EVOLUTION,
    RANDOM,
    SOBOL,
    GRID;

    private static final int POINTS = 5;

    /** Returns the sampler, of so many trials at once; 0 for its own number. */
    SearchSampler of(long seed, int population) {
        if (population != 0 && this != EVOLUTION && this != CMA_ES) {
            throw new MagicException(
                    "%tune: --population is of --sampler evolution and cma_es, and no other has one; leave it out");
        }
        return switch (this) {
            case TPE -> new TpeSampler(seed);
            case CMA_ES -> new CmaEsSampler(population, seed);
            case EVOLUTION ->
                    population == 0
                            ? new EvolutionSampler(seed)
                            : new EvolutionSampler(population, seed);
            case RANDOM -> new RandomSearch(seed);
            case SOBOL -> new SobolSearch(seed);
            case GRID -> new GridSearch(POINTS);
        };
    }
}
