package himalia.magics.augmentation;

import himalia.magics.spi.ValuesFrom;
import himalia.magics.table.TableColumns;
import himalia.sampling.Sampler;
import himalia.sampling.augmentation.AugmentText;
import himalia.sampling.augmentation.RandomDeletion;
import himalia.sampling.augmentation.RandomSwap;
import himalia.sampling.augmentation.Typos;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tech.tablesaw.api.Table;

/** {@code %augment text}. */
@Command(
        name = "text",
        description = "A text of each row: AugmentText.",
        footer = "Example: var more = %%augment text --label stars --column review train")
public final class TextMethod implements AugmentMethod {
    @Option(names = "--column", required = true, description = "Column that holds the text.")
    @ValuesFrom(TableColumns.class)
    private String column = "";

    @Option(
            names = "--swap",
            defaultValue = "0.1",
            description = "Swaps for each word. Default: ${DEFAULT-VALUE}.")
    private double swap;

    @Option(
            names = "--delete",
            defaultValue = "0.1",
            description = "Share of words left out. Default: ${DEFAULT-VALUE}.")
    private double delete;

    @Option(
            names = "--typos",
            defaultValue = "0",
            description = "Share of letters mistyped. Default: ${DEFAULT-VALUE}.")
    private double typos;

    @Override
    public Sampler sampler(Table table, String label, int copies, long seed) {
        var chain =
                new Chain<String>()
                        .with(swap, RandomSwap::new)
                        .with(delete, RandomDeletion::new)
                        .with(typos, Typos::new);
        return new AugmentText(column, chain.transform("--swap, --delete, --typos"), copies, seed);
    }
}
