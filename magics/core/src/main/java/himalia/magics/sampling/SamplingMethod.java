package himalia.magics.sampling;

import himalia.magics.spi.Subcommand;
import himalia.sampling.Sampler;
import himalia.sampling.Strategy;
import tech.tablesaw.api.Table;

/**
 * How {@code %sample} can balance a table: a picocli command with the sampler's own settings as options, named in {@code
 * META-INF/services/himalia.magics.sampling.SamplingMethod} of any jar.
 */
public interface SamplingMethod extends Subcommand<Table> {
    /** Returns the sampler, with the settings of the line. */
    Sampler sampler(Strategy strategy, long seed);
}
