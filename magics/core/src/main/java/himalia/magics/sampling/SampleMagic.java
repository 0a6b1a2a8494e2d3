package himalia.magics.sampling;

import himalia.magics.spi.FamilyMagic;
import himalia.magics.spi.JavaText;
import himalia.magics.spi.MagicException;
import himalia.magics.spi.Notebook;
import himalia.magics.spi.ValuesFrom;
import himalia.magics.table.TableColumns;
import himalia.sampling.Strategy;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tech.tablesaw.api.Table;

/** Balances a table, and shows which rows went and came, and what a model makes of it; or draws rows, and shows what they have too few of. */
@Command(
        name = "sample",
        synopsisSubcommandLabel = "METHOD",
        description = "Balances the classes of a table to learn from, or draws some of its rows.",
        footer = "Example: var balanced = %%sample smote --label y train")
public final class SampleMagic implements FamilyMagic<SamplingMethod> {
    private static final String AUTO = "auto";

    @Parameters(index = "0", paramLabel = "TABLE", description = "The table; it stays as it is.")
    private Table table = Table.create();

    @Option(
            names = "--label",
            paramLabel = "COLUMN",
            description = "Column that names the class; methods that balance need it.")
    @ValuesFrom(TableColumns.class)
    private String label = "";

    @Option(
            names = "--strategy",
            defaultValue = AUTO,
            description =
                    "auto, minority, majority, not-minority, not-majority, all, a ratio such as 0.5,"
                            + " or class=rows,… Default: ${DEFAULT-VALUE}.")
    @ValuesFrom(Strategies.class)
    private String strategy = AUTO;

    @Option(
            names = "--seed",
            defaultValue = "42",
            description = "Makes two runs agree. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--counts-only",
            description =
                    "Leaves out the picture, and what a quick model says to it; of methods that balance.")
    private boolean countsOnly;

    @Option(
            names = "--explain",
            description = "Says how many rows each class will have, and samples nothing.")
    private boolean explains;

    @Override
    public Table run(Notebook notebook, SamplingMethod method) {
        if (method instanceof DrawingMethod drawing) {
            checkDrawing();
            var sample = drawing.design(seed).draw(table);
            notebook.display(sample.report());
            return sample.table();
        }
        checkLabel();
        var chosen = new Strategy(strategy);
        return explains
                ? method.sampler(chosen, seed).explain(table, label)
                : new ShownSampling(notebook, method, chosen, table, label, seed).show(countsOnly);
    }

    private void checkDrawing() {
        OfBalancing.refuse("--label " + label, !label.isEmpty());
        OfBalancing.refuse("--counts-only", countsOnly);
        OfBalancing.refuse("--explain", explains);
        OfBalancing.refuse("--strategy " + strategy, !strategy.equals(AUTO));
    }

    private void checkLabel() {
        if (label.isEmpty()) {
            throw new MagicException(
                    "%sample: --label COLUMN names the class that is balanced; to draw rows whatever their class, %sample simple --size 100");
        }
    }

    @Override
    public Optional<String> java(JavaText java, SamplingMethod method) {
        if (method instanceof DrawingMethod drawing) {
            checkDrawing();
            return Optional.of(
                    java.of(drawing.design(seed)) + ".draw(" + java.list(table) + ").table()");
        }
        checkLabel();
        var sampler = method.sampler(new Strategy(strategy), seed);
        var call = explains ? ".explain(" : ".resample(";
        return Optional.of(java.of(sampler) + call + java.list(table, label) + ")");
    }
}
