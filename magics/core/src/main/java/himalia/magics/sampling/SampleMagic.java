package himalia.magics.sampling;

import himalia.display.bundle.MimeBundle;
import himalia.magics.spi.LineMagic;
import himalia.magics.spi.Notebook;
import himalia.sampling.RandomOverSampler;
import himalia.sampling.RandomUnderSampler;
import himalia.sampling.Sampler;
import himalia.sampling.Smote;
import himalia.sampling.Strategy;
import himalia.sampling.TomekLinks;
import himalia.table.Tables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tech.tablesaw.api.Table;

/** Balances a table, and shows how many rows each class had and has. */
@Command(
        name = "sample",
        description = "Balances the classes of a table to learn from.",
        footer = "Example: var balanced = %%sample smote --label y train")
public final class SampleMagic implements LineMagic<Table> {
    enum Method {
        RANDOM,
        UNDER,
        SMOTE,
        TOMEK
    }

    @Parameters(
            index = "0",
            paramLabel = "METHOD",
            description =
                    "random: copies rows of rare classes; under: drops rows of common ones; smote:"
                            + " adds rows between rare ones; tomek: drops common rows at the"
                            + " border.")
    private Method method = Method.SMOTE;

    @Parameters(index = "1", paramLabel = "TABLE", description = "The table; it stays as it is.")
    private Table table = Table.create();

    @Option(names = "--label", required = true, description = "Column that names the class.")
    private String label = "";

    @Option(
            names = "--strategy",
            defaultValue = "auto",
            description =
                    "auto, minority, majority, not-minority, not-majority, all, a ratio such as 0.5,"
                            + " or class=rows,… Default: ${DEFAULT-VALUE}.")
    private String strategy = "auto";

    @Option(
            names = "--neighbours",
            defaultValue = "5",
            description =
                    "For smote: neighbours that a row may be paired with. Default: ${DEFAULT-VALUE}.")
    private int neighbours;

    @Option(
            names = "--seed",
            defaultValue = "42",
            description = "Makes two runs agree. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Override
    public Table run(Notebook notebook) {
        var sampled = sampler().resample(table, label);
        notebook.display(
                MimeBundle.plain(
                        "%s: %s → %s"
                                .formatted(
                                        label,
                                        Tables.counts(table, label),
                                        Tables.counts(sampled, label))));
        return sampled;
    }

    private Sampler sampler() {
        var chosen = new Strategy(strategy);
        return switch (method) {
            case RANDOM -> new RandomOverSampler(chosen, seed);
            case UNDER -> new RandomUnderSampler(chosen, seed);
            case SMOTE -> new Smote(neighbours, chosen, seed);
            case TOMEK -> new TomekLinks(chosen);
        };
    }
}
