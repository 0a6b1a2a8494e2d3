package himalia.magics.experiments;

import himalia.experiments.RunLog;
import himalia.magics.spi.JavaText;
import himalia.magics.spi.LineMagic;
import himalia.magics.spi.MagicException;
import himalia.magics.spi.Notebook;
import himalia.magics.spi.ValuesFrom;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tech.tablesaw.api.Table;

/** Shows the runs of the log beside the notebook. */
@Command(
        name = "runs",
        description = "Lists the recorded runs, the newest first, and compares them in a chart.",
        sortOptions = false,
        footer = {
            "Example: %%runs --metric recall",
            "In Java: RunLog.at(RunLog.DEFAULT, Clock.systemUTC()).runs()"
        })
public final class RunsMagic implements LineMagic<Table> {
    @Option(
            names = "--metric",
            description =
                    "Metric to compare by; may be repeated. Default: the first of pr_auc, accuracy"
                            + " and any other that there is.")
    @ValuesFrom(RunMetrics.class)
    private List<String> metrics = List.of();

    @Option(names = "--file", description = "The log. Default: .himalia/runs.db by the notebook.")
    private Path file = RunLog.DEFAULT;

    @Override
    public Table run(Notebook notebook) {
        var path = notebook.directory().resolve(file);
        // The usual log is made by the first run; another one is named because it is there.
        if (!file.equals(RunLog.DEFAULT) && !Files.exists(path)) {
            throw new MagicException(
                    "there is no log '%1$s'; %%log --file %1$s makes it with its first run"
                            .formatted(file));
        }
        var log = RunLog.at(path, Clock.systemUTC());
        shown(log).forEach(metric -> notebook.display(log.chart(metric)));
        return log.runs();
    }

    private List<String> shown(RunLog log) {
        return metrics.isEmpty() ? log.mainMetric().stream().toList() : metrics;
    }

    @Override
    public Optional<String> java(JavaText java) {
        var log = Logged.log(file, java);
        var text = new StringBuilder();
        for (var metric : shown(RunLog.at(java.file(file), Clock.systemUTC()))) {
            text.append("display(%s.chart(%s));\n".formatted(log, java.of(metric)));
        }
        return Optional.of(text + log + ".runs()");
    }
}
