package himalia.magics.search;

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

    SearchSampler of(long seed) {
        return switch (this) {
            case TPE -> new TpeSampler(seed);
            case CMA_ES -> new CmaEsSampler(seed);
            case EVOLUTION -> new EvolutionSampler(seed);
            case RANDOM -> new RandomSearch(seed);
            case SOBOL -> new SobolSearch(seed);
            case GRID -> new GridSearch(POINTS);
        };
    }
}
