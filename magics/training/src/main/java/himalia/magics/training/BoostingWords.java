package himalia.magics.training;

import himalia.training.BoostingOptions;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** What boosted trees are held to, whatever they predict. */
final class BoostingWords {
    @Option(
            names = "--monotone",
            paramLabel = "COLUMN=1|-1",
            description =
                    "Predicts no less (1) or no more (-1) with more of a column; may be given several times.")
    private Map<String, Integer> monotone = Map.of();

    @Option(
            names = "--patience",
            defaultValue = "0",
            description =
                    "Rounds without a better loss of rows kept aside, after which training stops; 0 for never. Default: ${DEFAULT-VALUE}.")
    private int patience;

    @Option(
            names = "--validation",
            defaultValue = "0.1",
            description =
                    "Share of the rows that are kept aside, where there is patience. Default: ${DEFAULT-VALUE}.")
    private double validation;

    @Option(
            names = "--categorical",
            split = ",",
            paramLabel = "COLUMN",
            description =
                    "Columns that are categories, whose levels are cut into sets; texts need no encoder then.")
    private List<String> categorical = List.of();

    BoostingOptions options() {
        var options = new BoostingOptions(monotone, patience, patience > 0 ? validation : 0);
        return categorical.isEmpty()
                ? options
                : options.categorical(categorical.toArray(String[]::new));
    }
}
