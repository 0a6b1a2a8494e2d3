package himalia.magics.augmentation;

import himalia.magics.spi.Subcommand;
import himalia.sampling.Sampler;
import tech.tablesaw.api.Table;

/**
 * What {@code %augment} can copy and change: a picocli command with the sampler's own settings as options, named in {@code
 * META-INF/services/himalia.magics.augmentation.AugmentMethod} of any jar.
 */
public interface AugmentMethod extends Subcommand<Table> {
    /**
     * Returns the sampler, with the settings of the line; what the line leaves open may be taken from the table.
     *
     * @param label the column that names the class
     */
    Sampler sampler(Table table, String label, int copies, long seed);
}
