package himalia.magics.augmentation;

import himalia.display.bundle.Display;
import himalia.display.bundle.MimeBundle;
import himalia.magics.spi.FamilyMagic;
import himalia.magics.spi.JavaText;
import himalia.magics.spi.Notebook;
import himalia.magics.spi.ValuesFrom;
import himalia.magics.table.TableColumns;
import himalia.model.Labels;
import himalia.sampling.augmentation.Augmenter;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tech.tablesaw.api.Table;

/** Adds changed copies of a table's rows, and shows some beside their originals. */
@Command(
        name = "augment",
        synopsisSubcommandLabel = "METHOD",
        description = "Adds changed copies of rows to a table to learn from.",
        footer = "Example: var more = %%augment images --label y --height 8 --width 8 train")
public final class AugmentMagic implements FamilyMagic<AugmentMethod> {
    private static final int SHOWN = 4;

    @Parameters(index = "0", paramLabel = "TABLE", description = "The table; it stays as it is.")
    private Table table = Table.create();

    @Option(
            names = "--label",
            required = true,
            description = "Column that names the class: copies have their row's.")
    @ValuesFrom(TableColumns.class)
    private String label = "";

    @Option(
            names = "--copies",
            defaultValue = "1",
            description = "How many copies of each row. Default: ${DEFAULT-VALUE}.")
    private int copies;

    @Option(
            names = "--seed",
            defaultValue = "42",
            description = "Makes two runs agree. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Override
    public Table run(Notebook notebook, AugmentMethod method) {
        var sampler = method.sampler(table, label, copies, seed);
        var more = sampler.resample(table, label);
        notebook.display(
                sampler instanceof Augmenter augmenter
                        ? Display.renderers().render(augmenter.gallery(table, label, SHOWN))
                        : MimeBundle.plain(
                                "%s: %s → %s"
                                        .formatted(
                                                label,
                                                Labels.words(table, table, label),
                                                Labels.words(more, table, label))));
        UnchangedCopies.told(table, more, copies)
                .ifPresent(told -> notebook.display(MimeBundle.plain(told)));
        return more;
    }

    @Override
    public Optional<String> java(JavaText java, AugmentMethod method) {
        var sampler = method.sampler(table, label, copies, seed);
        return Optional.of(java.of(sampler) + ".resample(" + java.list(table, label) + ")");
    }
}
