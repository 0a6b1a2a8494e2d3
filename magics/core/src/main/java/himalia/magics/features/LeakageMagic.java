package himalia.magics.features;

import himalia.display.bundle.MimeBundle;
import himalia.features.FittedStep;
import himalia.features.leakage.LeakageCheck;
import himalia.features.leakage.LeakageReport;
import himalia.magics.spi.JavaText;
import himalia.magics.spi.LineMagic;
import himalia.magics.spi.Notebook;
import himalia.magics.spi.ValuesFrom;
import himalia.magics.table.TableColumns;
import himalia.model.Model;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tech.tablesaw.api.Table;

/** Looks for what a model could know of the test rows. */
@Command(
        name = "leakage",
        description = "Finds what a model could know of test rows before it is judged by them.",
        sortOptions = false,
        footer = "Example: %%leakage --label churned --step scaler --from cells train test")
public final class LeakageMagic implements LineMagic<LeakageReport> {
    @Parameters(index = "0", paramLabel = "TRAIN", description = "The rows to learn from.")
    private Table train = Table.create();

    @Parameters(index = "1", paramLabel = "TEST", description = "The rows to judge by.")
    private Table test = Table.create();

    @Option(names = "--label", required = true, description = "Column that is predicted.")
    @ValuesFrom(TableColumns.class)
    private String label = "";

    @Option(names = "--time", description = "Column that says when a row was.")
    @ValuesFrom(TableColumns.class)
    private String time = "";

    @Option(names = "--group", description = "Column that says whose a row is.")
    @ValuesFrom(TableColumns.class)
    private String group = "";

    @Option(names = "--without", description = "Column that is not looked at; may come again.")
    @ValuesFrom(TableColumns.class)
    private List<String> without = List.of();

    @Option(
            names = "--step",
            description = "Fitted step that must not know test rows; may come again.")
    private List<FittedStep> steps = List.of();

    @Option(names = "--model", description = "Model that must not know test rows; may come again.")
    private List<Model> models = List.of();

    @Option(
            names = "--ablate",
            description =
                    "Trains each --model again: with all columns, and without each that is suspect.")
    private boolean ablates;

    @Option(names = "--from", description = "Table that both were made from; may come again.")
    private List<Table> origins = List.of();

    @Override
    public LeakageReport run(Notebook notebook) {
        ShownAblation.check(ablates, models);
        var report = report();
        // A line whose value goes to a variable shows nothing else of a leak.
        notebook.display(MimeBundle.plain(report.summary()));
        if (ablates) {
            new ShownAblation(train, test, label).show(notebook, report, models);
        }
        return report;
    }

    private LeakageReport report() {
        SeveralGroups.refuse(group, train);
        SeveralGroups.refuseWithout(without, train);
        return LeakageCheck.of(label)
                .time(time)
                .group(group)
                .without(without.toArray(String[]::new))
                .fitted(steps.toArray(FittedStep[]::new))
                .fitted(models.toArray(Model[]::new))
                .from(origins.toArray(Table[]::new))
                .check(train, test);
    }

    @Override
    public Optional<String> java(JavaText java) {
        var code = new StringBuilder(java.type(LeakageCheck.class));
        code.append(".of(").append(java.of(label)).append(')');
        code.append(time.isEmpty() ? "" : ".time(" + java.of(time) + ")");
        code.append(group.isEmpty() ? "" : ".group(" + java.of(group) + ")");
        call(code, java, "without", without);
        call(code, java, "fitted", steps);
        call(code, java, "fitted", models);
        call(code, java, "from", origins);
        var check = code.append(".check(").append(java.list(train, test)) + ")";
        return Optional.of(
                ablates ? new ShownAblation(train, test, label).java(java, check, models) : check);
    }

    private static void call(StringBuilder code, JavaText java, String name, List<?> values) {
        if (!values.isEmpty()) {
            code.append(".%s(%s)".formatted(name, java.list(values.toArray())));
        }
    }
}
