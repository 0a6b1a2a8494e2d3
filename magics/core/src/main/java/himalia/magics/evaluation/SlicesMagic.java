package himalia.magics.evaluation;

import himalia.evaluation.slices.SliceFinder;
import himalia.evaluation.slices.Slices;
import himalia.magics.spi.JavaText;
import himalia.magics.spi.LineMagic;
import himalia.magics.spi.MagicException;
import himalia.magics.spi.Notebook;
import himalia.magics.spi.ValuesFrom;
import himalia.magics.table.TableColumns;
import himalia.model.Model;
import himalia.model.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tech.tablesaw.api.Table;

/** Judges a model on parts of a table. */
@Command(
        name = "slices",
        description =
                "Finds the parts of a table on which a model is worst, or judges it on those of some columns.",
        sortOptions = false,
        footer = "Example: %%slices --by city --metric recall model test")
public final class SlicesMagic implements LineMagic<Slices> {
    @Parameters(index = "0", paramLabel = "MODEL", description = "What is judged.")
    private Model model;

    @Parameters(index = "1", paramLabel = "TEST", description = "The rows to judge by.")
    private Table test = Table.create();

    @Option(
            names = "--by",
            split = "\\s*,\\s*",
            splitSynopsisLabel = ",",
            paramLabel = "COLUMN",
            description =
                    "Column whose values, or quarters, are the slices; of several, all combinations. Default: the worst of all columns and pairs of them are looked for.")
    @ValuesFrom(TableColumns.class)
    private List<String> by = List.of();

    @Option(
            names = "--metric",
            description = "What is told, such as recall. Default: accuracy, of numbers rmse.")
    @ValuesFrom(MetricNames.class)
    private String metric = "";

    @Option(
            names = "--least-rows",
            description = "Slices of fewer rows are not looked for. Default: 30. Not with --by.")
    private @Nullable Integer leastRows;

    @Override
    public Slices run(Notebook notebook) {
        return isSearch()
                ? finder().find(model, test)
                : Slices.of(model, test, metric(), by.toArray(String[]::new));
    }

    private boolean isSearch() {
        if (!by.isEmpty() && leastRows != null) {
            throw new MagicException(
                    "%slices: --least-rows "
                            + leastRows
                            + " is for the search, and --by judges every slice; leave out one of them");
        }
        return by.isEmpty();
    }

    private SliceFinder finder() {
        var finder = new SliceFinder(metric());
        return leastRows == null
                ? finder
                : new SliceFinder(finder.metric(), finder.depth(), leastRows);
    }

    private String metric() {
        if (!metric.isEmpty()) {
            return metric;
        }
        return model.schema().target() instanceof Target.Numbers ? "rmse" : "accuracy";
    }

    @Override
    public Optional<String> java(JavaText java) {
        var all = new ArrayList<Object>(List.of(model, test, metric()));
        all.addAll(by);
        return Optional.of(
                isSearch()
                        ? java.of(finder()) + ".find(" + java.list(model, test) + ")"
                        : java.type(Slices.class) + ".of(" + java.list(all.toArray()) + ")");
    }
}
