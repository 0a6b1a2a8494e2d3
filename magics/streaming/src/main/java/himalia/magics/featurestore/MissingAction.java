package himalia.magics.featurestore;

import himalia.display.bundle.Amount;
import himalia.display.bundle.MimeBundle;
import himalia.features.MissingReport;
import himalia.magics.spi.JavaText;
import himalia.magics.spi.Notebook;
import himalia.magics.spi.ValuesFrom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tech.tablesaw.api.Table;

/** {@code %features missing}. */
@Command(
        name = "missing",
        description =
                "Tells of each column that misses cells how many, whether that depends on the label or other columns, and what to do.",
        footer = {
            "Example: %%features missing --label churned train",
            "In Java: MissingReport.of(train, \"churned\")"
        })
public final class MissingAction implements TableAction<Table> {
    @Parameters(index = "0", paramLabel = "TABLE", description = "The rows to learn from.")
    private Table table = Table.create();

    @Option(names = "--label", description = "Column that is predicted.")
    @ValuesFrom(TableLabels.class)
    private String label = "";

    @Override
    public Table run(Notebook notebook) {
        var report = label.isEmpty() ? MissingReport.of(table) : MissingReport.of(table, label);
        if (report.isEmpty()) {
            var words =
                    "No cell is missing in %s of %s."
                            .formatted(
                                    Amount.of(table.rowCount(), "row"),
                                    Amount.of(table.columnCount(), "column"));
            notebook.display(MimeBundle.plain(words));
        }
        return report;
    }

    @Override
    public String java(JavaText java) {
        var arguments = label.isEmpty() ? java.of(table) : java.list(table, label);
        return "%s.of(%s)".formatted(java.type(MissingReport.class), arguments);
    }
}
