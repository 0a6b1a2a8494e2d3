package himalia.magics.featurestore;

import himalia.display.bundle.Listed;
import himalia.display.bundle.MimeBundle;
import himalia.features.FeatureScores;
import himalia.features.FeatureScores.By;
import himalia.magics.spi.JavaText;
import himalia.magics.spi.Notebook;
import himalia.magics.spi.ValuesFrom;
import himalia.table.Tables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tech.tablesaw.api.Table;

/** {@code %features scores}. */
@Command(
        name = "scores",
        description =
                "Scores the columns of numbers of a table: how much each tells about the label by itself, the most first.",
        footer = {
            "Example: %%features scores --label churned train",
            "In Java: FeatureScores.of(train, \"churned\", FeatureScores.By.F_CLASSIF)"
        })
public final class ScoresAction implements TableAction<Table> {
    private static final int LISTED = 10;

    @Parameters(index = "0", paramLabel = "TABLE", description = "The rows to learn from.")
    private Table table = Table.create();

    @Option(
            names = "--label",
            required = true,
            description = "Column that names the class, or is the number that is predicted.")
    @ValuesFrom(TableLabels.class)
    private String label = "";

    @Option(
            names = "--by",
            defaultValue = "f-classif",
            description =
                    "f-classif: how far the means of classes are apart; chi2, of counts; mutual-info-classif,"
                            + " mutual-info-quarters: in nats; f-regression, of a number. Default: ${DEFAULT-VALUE}.")
    private By by = By.F_CLASSIF;

    @Override
    public Table run(Notebook notebook) {
        var scores = FeatureScores.of(table, label, by);
        var others =
                table.columns().stream()
                        .filter(column -> !column.name().equals(label))
                        .filter(column -> !scores.stringColumn("feature").contains(column.name()))
                        .map(column -> column.name() + " (" + Tables.kind(column) + ")")
                        .toList();
        if (scores.isEmpty()) {
            throw new IllegalArgumentException(
                    "no column but the label holds numbers, which are scored; make some first, such as by OneHotEncoder; there "
                            + (others.isEmpty()
                                    ? "is no other column"
                                    : "are: " + Listed.of(others, LISTED)));
        }
        if (!others.isEmpty()) {
            notebook.display(
                    MimeBundle.plain("not scored, no numbers: " + Listed.of(others, LISTED)));
        }
        return Tables.sort(scores, "-score");
    }

    @Override
    public String java(JavaText java) {
        return "%s.sort(%s.of(%s, %s, %s), \"-score\")"
                .formatted(
                        java.type(Tables.class),
                        java.type(FeatureScores.class),
                        java.of(table),
                        java.of(label),
                        java.of(by));
    }
}
