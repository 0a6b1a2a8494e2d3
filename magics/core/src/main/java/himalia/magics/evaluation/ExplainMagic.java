package himalia.magics.evaluation;

import himalia.evaluation.explanation.Explanation;
import himalia.magics.spi.JavaText;
import himalia.magics.spi.LineMagic;
import himalia.magics.spi.Notebook;
import himalia.magics.spi.ValuesFrom;
import himalia.model.Model;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tech.tablesaw.api.Table;

/** Explains a model. */
@Command(
        name = "explain",
        description = "Tells why a model says what it says.",
        sortOptions = false,
        footer = "Example: %%explain model --on test --what pdp --feature age")
public final class ExplainMagic implements LineMagic<Explanation> {
    @Parameters(index = "0", paramLabel = "MODEL", description = "What is explained.")
    private Model model;

    @Option(
            names = "--on",
            paramLabel = "TABLE",
            description =
                    "The rows that it is asked for, best ones that it has not learnt from; a tree needs none.")
    private @Nullable Table on;

    @Option(
            names = "--what",
            defaultValue = "permutation",
            description =
                    "What is told: ${COMPLETION-CANDIDATES}; mixed columns, what is said over a feature on the mean or row by row, what each column adds, one tree. Default: ${DEFAULT-VALUE}.")
    private ExplainedBy what;

    @Mixin private final ExplainedPart part = new ExplainedPart();

    @Option(
            names = "--rows",
            description = "How many rows, drawn by chance, are looked at. Default: all.")
    private @Nullable Integer rows;

    @Option(
            names = "--metric",
            description =
                    "What mixing a column costs of, such as roc_auc. Default: accuracy, of numbers r2.")
    @ValuesFrom(MetricNames.class)
    private String metric = "";

    @Option(
            names = "--repeats",
            defaultValue = "5",
            description = "How often each column is mixed. Default: ${DEFAULT-VALUE}.")
    private int repeats;

    @Option(
            names = "--tree",
            defaultValue = "0",
            description = "Which tree is shown, from 0. Default: ${DEFAULT-VALUE}.")
    private int tree;

    @Option(
            names = "--seed",
            defaultValue = "42",
            description = "Makes two runs agree. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Override
    public Explanation run(Notebook notebook) {
        return asked().explained();
    }

    @Override
    public Optional<String> java(JavaText java) {
        return Optional.of(asked().java(java));
    }

    private AskedExplanation asked() {
        var chosen = AskedRows.of(on, rows, seed, what);
        part.check(what, model);
        return new AskedExplanation(model, what, chosen, part, metric, repeats, tree, seed);
    }
}
