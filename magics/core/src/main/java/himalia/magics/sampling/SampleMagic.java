package himalia.magics.sampling;

import himalia.display.bundle.MimeBundle;
import himalia.magics.spi.FamilyMagic;
import himalia.magics.spi.JavaText;
import himalia.magics.spi.Notebook;
import himalia.magics.spi.ValuesFrom;
import himalia.magics.table.TableColumns;
import himalia.sampling.Strategy;
import himalia.table.Tables;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tech.tablesaw.api.Table;

/** Balances a table, and shows how many rows each class had and has. */
@Command(
        name = "sample",
        synopsisSubcommandLabel = "METHOD",
        description = "Balances the classes of a table to learn from.",
        footer = "Example: var balanced = %%sample smote --label y train")
public final class SampleMagic implements FamilyMagic<SamplingMethod> {
    @Parameters(index = "0", paramLabel = "TABLE", description = "The table; it stays as it is.")
    private Table table = Table.create();

    @Option(names = "--label", required = true, description = "Column that names the class.")
    @ValuesFrom(TableColumns.class)
    private String label = "";

    @Option(
            names = "--strategy",
            defaultValue = "auto",
            description =
                    "auto, minority, majority, not-minority, not-majority, all, a ratio such as 0.5,"
                            + " or class=rows,… Default: ${DEFAULT-VALUE}.")
    private String strategy = "auto";

    @Option(
            names = "--seed",
            defaultValue = "42",
            description = "Makes two runs agree. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Override
    public Table run(Notebook notebook, SamplingMethod method) {
        var sampled = method.sampler(new Strategy(strategy), seed).resample(table, label);
        notebook.display(
                MimeBundle.plain(
                        "%s: %s → %s"
                                .formatted(
                                        label,
                                        Tables.counts(table, label),
                                        Tables.counts(sampled, label))));
        return sampled;
    }

    @Override
    public Optional<String> java(JavaText java, SamplingMethod method) {
        var sampler = method.sampler(new Strategy(strategy), seed);
        return Optional.of(java.of(sampler) + ".resample(" + java.list(table, label) + ")");
    }
}
