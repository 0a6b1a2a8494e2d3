package himalia.magics.training;

import himalia.evaluation.TrainedModel;
import himalia.magics.spi.Subcommand;
import himalia.model.Trainer;
import java.nio.file.Path;

/**
 * What {@code %train} can train, and {@code %tune} tune: a picocli command with the algorithm's own settings as options, named in {@code
 * META-INF/services/himalia.magics.training.Algorithm} of any jar.
 *
 * <pre>{@code
 * @Command(name = "stumps", description = "Boosted trees of one question each.")
 * public final class StumpsAlgorithm implements Algorithm {
 *     @Option(names = "--trees", defaultValue = "50", description = "How many. Default: ${DEFAULT-VALUE}.")
 *     private int trees;
 *
 *     public Trainer trainer(long seed) {
 *         return new GradientBoosting(trees, 1, 0.3, 1, false, seed);
 *     }
 * }
 * }</pre>
 */
public interface Algorithm extends Subcommand<TrainedModel> {
    /** Returns what is to be trained, with the settings of the line. */
    Trainer trainer(long seed);

    /**
     * Returns it, with files of the line looked for where the notebook is.
     *
     * @param folder that of the notebook
     */
    default Trainer trainer(long seed, Path folder) {
        return trainer(seed);
    }

    /** Returns whether it learns from a label; what does not is no matter of {@code %tune}. */
    default boolean needsLabel() {
        return true;
    }

    /** Returns the settings that {@code %tune} searches where no space is given, as {@code SearchSpace.of} reads them; empty where there are none. One whose option the line gives is left out: {@code l1Ratio} by {@code --l1-ratio}. */
    default String space() {
        return "";
    }
}
