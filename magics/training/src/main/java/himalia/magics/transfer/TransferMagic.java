package himalia.magics.transfer;

import himalia.display.bundle.Interrupts;
import himalia.magics.objectives.ModelVariables;
import himalia.magics.spi.JavaText;
import himalia.magics.spi.LineMagic;
import himalia.magics.spi.Notebook;
import himalia.magics.spi.ValuesFrom;
import himalia.magics.table.TableColumns;
import himalia.model.Model;
import himalia.transfer.TransferResult;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tech.tablesaw.api.Table;

/** Asks whether it pays to begin with a trained network. */
@Command(
        name = "transfer",
        description =
                "Compares a trained network, frozen and fine-tuned, with one from scratch and with none, at several numbers of rows.",
        sortOptions = false,
        footer =
                "Example: var result = %%transfer --source model --label churned --test test --sizes 20,50,100 pool")
public final class TransferMagic implements LineMagic<TransferResult> {
    @Parameters(index = "0", paramLabel = "TABLE", description = "The rows that are drawn from.")
    private Table table = Table.create();

    @Option(
            names = "--source",
            required = true,
            paramLabel = "MODEL",
            description = "A network of the same features: a model of MultilayerPerceptron.")
    @ValuesFrom(ModelVariables.class)
    private Model source;

    @Option(
            names = "--label",
            required = true,
            paramLabel = "COLUMN",
            description = "Column that is predicted; all others are features.")
    @ValuesFrom(TableColumns.class)
    private String label = "";

    @Option(
            names = "--test",
            required = true,
            paramLabel = "TABLE",
            description = "The held-out rows that all are judged by.")
    private Table test = Table.create();

    @Mixin private final TransferOptions options = new TransferOptions();

    @Override
    public TransferResult run(Notebook notebook) {
        var soFar = new AtomicReference<@Nullable TransferResult>();
        try {
            return options.study(source).run(table, test, label, soFar::set);
        } catch (CancellationException e) {
            var done = soFar.get();
            if (done != null && Interrupts.threw(e)) {
                notebook.display(done);
            }
            throw e;
        }
    }

    @Override
    public Optional<String> java(JavaText java) {
        return Optional.of(
                options.java(java, source) + ".run(" + java.list(table, test, label) + ")");
    }
}
